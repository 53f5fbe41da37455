<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>SignMirror</name>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>'{text}' is not the name of a computer.</source>
            <translation>« {text} » n’est pas le nom d’un ordinateur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>'{text}' is not the origin of a web page.</source>
            <translation>« {text} » n’est pas l’origine d’une page web.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>Give the bare name, such as signs.school.example.</source>
            <translation>Donnez le nom seul, par exemple signes.ecole.example.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>Install the extra `api`: `uv sync --extra api`, or `pip install signmirror[api]`.</source>
            <translation>Installez l’extra `api` : `uv sync --extra api`, ou `pip install signmirror[api]`.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>Other computers could reach {host}, and that needs a token of your own.</source>
            <translation>D’autres ordinateurs pourraient atteindre {host} ; il faut pour cela un jeton à vous.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>Set {variable} to {least} characters or more, or give --token-file; or leave --host out.</source>
            <translation>Donnez à {variable} au moins {least} caractères, ou indiquez --token-file ; sinon, n’indiquez pas --host.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>The local API needs {missing}, which is not installed.</source>
            <translation>L’API locale a besoin de {missing}, qui n’est pas installé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>The token has characters that cannot travel in a web address.</source>
            <translation>Le jeton contient des caractères impossibles dans une adresse web.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>There is no port {port}.</source>
            <translation>Le port {port} n’existe pas.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>Use 1 to 65535, or 0 for any free one.</source>
            <translation>Choisissez de 1 à 65535, ou 0 pour n’importe quel port libre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>Use letters, digits and . _ ~ + / = - only.</source>
            <translation>N’utilisez que des lettres, des chiffres et . _ ~ + / = -</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/options.py" />
            <source>Write scheme and host only: https://school.example; null for pages opened from disk.</source>
            <translation>Écrivez seulement le protocole et l’hôte : https://school.example ; null pour les pages ouvertes depuis le disque.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/server.py" />
            <source>Another program may use the port: choose another one, or 0 for any free one.</source>
            <translation>Un autre programme utilise peut-être ce port : choisissez-en un autre, ou 0 pour n’importe quel port libre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/server.py" />
            <source>Nothing can listen on {host} port {port}: {strerror}.</source>
            <translation>Rien ne peut écouter sur {host}, port {port} : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/server.py" />
            <source>The local API did not start.</source>
            <translation>L’API locale n’a pas démarré.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/server.py" />
            <source>The local API ended with an error.</source>
            <translation>L’API locale s’est arrêtée sur une erreur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/server.py" />
            <source>The log says why.</source>
            <translation>Le journal dit pourquoi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/api/server.py" />
            <source>Try again; the log may say why.</source>
            <translation>Réessayez ; le journal dit peut-être pourquoi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/api_controller.py" />
            <source>Check that it is still connected to the network, then switch it on again.</source>
            <translation>Vérifiez qu’il est toujours connecté au réseau, puis remettez l’interrupteur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/api_controller.py" />
            <source>Connect it to the class room's network, then try again.</source>
            <translation>Connectez-le au réseau de la classe, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/api_controller.py" />
            <source>This computer is not connected to a network.</source>
            <translation>Cet ordinateur n’est connecté à aucun réseau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/api_controller.py" />
            <source>This computer's address in the network could not be used.</source>
            <translation>L’adresse de cet ordinateur sur le réseau n’a pas pu être utilisée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/engine_parts.py" />
            <source>Files that can be recreated</source>
            <translation>Fichiers qui peuvent être recréés</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/engine_parts.py" />
            <source>Logs</source>
            <translation>Journaux</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/engine_parts.py" />
            <source>No camera is connected.</source>
            <translation>Aucune caméra n’est branchée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/engine_parts.py" />
            <source>Packs and history</source>
            <translation>Packs et historique</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/engine_parts.py" />
            <source>Plug one in, open a video, or play the built-in sample.</source>
            <translation>Branchez-en une, ouvrez une vidéo ou lisez l’exemple intégré.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/engine_parts.py" />
            <location filename="../../desktop_app/app/main_window.py" />
            <location filename="../../desktop_app/ui/settings/view.py" />
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <source>End SignMirror</source>
            <translation>Quitter SignMirror</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <source>Everywhere</source>
            <translation>Partout</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <source>Full screen</source>
            <translation>Plein écran</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <location filename="../../desktop_app/ui/library/view.py" />
            <location filename="../../desktop_app/ui/recording/view.py" />
            <source>Library</source>
            <translation>Bibliothèque</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <source>Live</source>
            <translation>En direct</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <location filename="../../desktop_app/ui/practice/choose_page.py" />
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Practice</source>
            <translation>Entraînement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <location filename="../../desktop_app/ui/library/work_bar.py" />
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Progress</source>
            <translation>Progrès</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <location filename="../../desktop_app/ui/library/view.py" />
            <location filename="../../desktop_app/ui/recording/view.py" />
            <source>Record a sentence</source>
            <translation>Enregistrer une phrase</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Review</source>
            <translation>Relecture</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <source>Show the keys</source>
            <translation>Afficher les touches</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>Show {view}</source>
            <translation>Afficher : {view}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/main_window.py" />
            <source>Spelling</source>
            <translation>Épellation</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app/recogniser_loader.py" />
            <source>The pack '{pack}' is left out: {error}</source>
            <translation>Le pack « {pack} » est laissé de côté : {error}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <source>Choose a folder you may write to.</source>
            <translation>Choisissez un dossier où vous pouvez écrire.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <source>Leave --source out, or give a video or recording.</source>
            <translation>N’indiquez pas --source, ou donnez une vidéo ou un enregistrement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <location filename="../../desktop_app/ui/kit/relay.py" />
            <source>Something went wrong inside SignMirror: {error}</source>
            <translation>Une erreur s’est produite dans SignMirror : {error}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <source>The demonstration plays a file.</source>
            <translation>La démonstration lit un fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <source>The picture cannot be saved as {target}.</source>
            <translation>L’image ne peut pas être enregistrée sous {target}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <source>The sample did not end within {seconds} seconds.</source>
            <translation>L’exemple ne s’est pas terminé en {seconds} secondes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <source>Try again; send us the log.</source>
            <translation>Réessayez ; envoyez-nous le journal.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <source>You can go on. Please send us the log: {folder}</source>
            <translation>Vous pouvez continuer. Merci de nous envoyer le journal : {folder}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>cannot be read: {strerror}</source>
            <translation>est illisible : {strerror}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>has rows without columns</source>
            <translation>a des lignes sans colonnes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>has {columns} columns where {needed} are needed</source>
            <translation>a {columns} colonnes ; il en faut {needed}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>has {ndim} dimensions where {needed} are needed</source>
            <translation>a {ndim} dimensions ; il en faut {needed}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>holds Python objects (a pickle), which are never loaded</source>
            <translation>contient des objets Python (pickle), qui ne sont jamais chargés</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>holds several arrays instead of one</source>
            <translation>contient plusieurs tableaux au lieu d’un</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>holds text that is not valid</source>
            <translation>contient du texte qui n’est pas valide</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>holds values that are not numbers (NaN or infinite)</source>
            <translation>contient des valeurs qui ne sont pas des nombres (NaN ou infini)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>holds {dtype} where one of {dtypes} is needed</source>
            <translation>contient {dtype} ; il faut l’un de {dtypes}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>holds {dtype}, which is neither a number nor text</source>
            <translation>contient du {dtype}, qui n’est ni un nombre ni du texte</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>is cut short</source>
            <translation>est tronqué</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>is damaged or is not an array file</source>
            <translation>est abîmé ou n’est pas un fichier de tableau</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <location filename="../../desktop_app/engine/packs/export.py" />
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <location filename="../../desktop_app/engine/packs/peek.py" />
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>is missing</source>
            <translation>manque</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>is packed in a way that NumPy does not use</source>
            <translation>est compressé d’une façon que NumPy n’emploie pas</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>needs more memory than there is</source>
            <translation>demande plus de mémoire qu’il n’y en a</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/array_files.py" />
            <source>would unpack to {gigabytes:.1f} GB</source>
            <translation>occuperait {gigabytes:.1f} Go une fois décompressé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has a reason that is not a word</source>
            <translation>a une raison qui n’est pas un mot</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has an empty note</source>
            <translation>a une note vide</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has an entry that is no object</source>
            <translation>a une entrée qui n’est pas un objet</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has an impossible '{name}'</source>
            <translation>a une valeur impossible pour « {name} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has an unknown kind of attempt</source>
            <translation>a un type d’essai inconnu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has feedback without its alignment</source>
            <translation>a un retour sans son alignement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has no '{name}'</source>
            <translation>n’a pas de « {name} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has no time that can be read</source>
            <translation>n’a pas de date lisible</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>has no usable '{name}'</source>
            <translation>n’a pas de « {name} » utilisable</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has the same note twice</source>
            <translation>a deux fois la même note</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>has too many channels</source>
            <translation>a trop de canaux</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>holds {name}</source>
            <translation>contient {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>is no list of notes, or too long a one</source>
            <translation>n’est pas une liste de notes, ou est trop long</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>is not JSON</source>
            <translation>n’est pas du JSON</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/document.py" />
            <source>names a channel that does not exist</source>
            <translation>nomme un canal qui n’existe pas</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>'{path}' cannot be read: {strerror}.</source>
            <translation>« {path} » ne peut pas être lu : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{path}' cannot be written: {strerror}.</source>
            <translation>« {path} » ne peut pas être écrit : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>'{path}' holds no video.</source>
            <translation>« {path} » ne contient pas de vidéo.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>'{path}' was written by a newer version of SignMirror.</source>
            <translation>« {path} » a été écrit par une version plus récente de SignMirror.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>Ask for the file again; nothing of it was opened.</source>
            <translation>Redemandez le fichier ; rien n’en a été ouvert.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>Check that the file is there.</source>
            <translation>Vérifiez que le fichier est là.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>Its landmarks can be shown all the same.</source>
            <translation>Ses points de repère peuvent quand même être montrés.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>Send the attempt without it.</source>
            <translation>Envoyez l’essai sans elle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>The attempt '{path}' cannot be used: {member} {reason}.</source>
            <translation>L’essai « {path} » est inutilisable : {member} {reason}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>The video of this attempt is not there any more.</source>
            <translation>La vidéo de cet essai n’est plus là.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Update SignMirror.</source>
            <translation>Mettez SignMirror à jour.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>Use a name that ends in {suffix}.</source>
            <translation>Choisissez un nom qui finit par {suffix}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>does not fit its arrays</source>
            <translation>ne correspond pas à ses tableaux</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>does not list what an attempt holds</source>
            <translation>n’indique pas ce que contient un essai</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>does not say where its rows lie</source>
            <translation>n’indique pas où sont ses lignes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>ends before it begins</source>
            <translation>se termine avant de commencer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>has another size than try.json says</source>
            <translation>n’a pas la taille indiquée dans try.json</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>has no usable 'reference'</source>
            <translation>n’a pas de « reference » utilisable</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>has times that run backwards</source>
            <translation>a des temps qui reculent</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>has {count} rows</source>
            <translation>a {count} lignes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>is not a file that an attempt may contain</source>
            <translation>n’est pas un fichier qu’un essai peut contenir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>is not that of an attempt</source>
            <translation>n’est pas celui d’un essai</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>is too large</source>
            <translation>est trop grand</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>it</source>
            <translation>ce fichier</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <location filename="../../desktop_app/engine/packs/export.py" />
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>was altered (its sha256 differs)</source>
            <translation>a été modifié (son sha256 est différent)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/files.py" />
            <source>{path} is not a valid name for an attempt.</source>
            <translation>{path} n’est pas un nom valable pour un essai.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/folder.py" />
            <source>'{folder}' cannot be made: {strerror}.</source>
            <translation>« {folder} » ne peut pas être créé : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/records.py" />
            <source>A note needs between one and {most} characters.</source>
            <translation>Une note doit avoir entre un et {most} caractères.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/records.py" />
            <source>An attempt holds at most {most} notes.</source>
            <translation>Un essai contient au plus {most} notes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/records.py" />
            <source>Delete one first.</source>
            <translation>Supprimez-en une d’abord.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/attempts/records.py" />
            <source>Write a shorter one, or several.</source>
            <translation>Écrivez-en une plus courte, ou plusieurs.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/cv.py" />
            <source>A picture of shape {shape} and type {dtype} cannot be used.</source>
            <translation>Une image de forme {shape} et de type {dtype} ne peut pas être utilisée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/cv.py" />
            <source>Rename it.</source>
            <translation>Renommez-le.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/cv.py" />
            <source>The name or the folder of '{path}' is not in UTF-8.</source>
            <translation>Le nom ou le dossier de « {path} » n’est pas en UTF-8.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/cv.py" />
            <source>Use a camera or file that gives colour or grey pictures of 8 or 16 bits.</source>
            <translation>Utilisez une caméra ou un fichier qui donne des images en couleur ou en gris, de 8 ou 16 bits.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/dtw.py" />
            <source>Install SignMirror again, or set DTW_METHOD=fastdtw or DTW_ENABLED=false.</source>
            <translation>Installez à nouveau SignMirror, ou réglez DTW_METHOD=fastdtw ou DTW_ENABLED=false.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/dtw.py" />
            <source>The fast part of the dtaidistance library is missing, so signs cannot be compared in time.</source>
            <translation>La partie rapide de la bibliothèque dtaidistance manque : les signes ne peuvent pas être comparés à temps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/base.py" />
            <source>A clip without frames cannot be encoded.</source>
            <translation>Une séquence sans images ne peut pas être encodée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/base.py" />
            <source>Check the statistics of the bundle (global_stats.npz), or export the model again.</source>
            <translation>Vérifiez les statistiques du modèle (global_stats.npz), ou exportez à nouveau le modèle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/base.py" />
            <location filename="../../desktop_app/engine/search/recogniser.py" />
            <location filename="../../desktop_app/engine/takes/trim.py" />
            <source>Choose a longer piece.</source>
            <translation>Choisissez un passage plus long.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/base.py" />
            <source>Export it with an output `embedding` of shape (batch, 256).</source>
            <translation>Exportez-le avec une sortie `embedding` de forme (batch, 256).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/base.py" />
            <source>The encoder {bundle} gave a vector without direction (zero or NaN).</source>
            <translation>L’encodeur {bundle} a donné un vecteur sans direction (zéro ou NaN).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/base.py" />
            <source>{model} does not have one output with a vector a clip; its outputs are {found}.</source>
            <translation>{model} n’a pas une sortie unique avec un vecteur par séquence ; ses sorties sont {found}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>'feature_contract' in model_config.json is not a name.</source>
            <translation>« feature_contract » dans model_config.json n’est pas un nom.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>'max_frames' in model_config.json is '{value}'.</source>
            <translation>« max_frames » dans model_config.json vaut « {value} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>'{path}' is no model.</source>
            <translation>« {path} » n’est pas un modèle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>A TorchScript file holds code; name it ({file}) if you trust it.</source>
            <translation>Un fichier TorchScript contient du code ; nommez-le ({file}) si vous lui faites confiance.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>Export the bundle again; global_stats.npz holds feature_mean and feature_std of 540 numbers each.</source>
            <translation>Exportez à nouveau le modèle ; global_stats.npz contient feature_mean et feature_std, de 540 nombres chacun.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>Export the model again, or delete the file if it belongs to another program.</source>
            <translation>Exportez à nouveau le modèle, ou supprimez le fichier s’il appartient à un autre programme.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>Export the model again.</source>
            <translation>Exportez à nouveau le modèle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>Name an .onnx file, or the folder of an exported bundle.</source>
            <translation>Indiquez un fichier .onnx ou le dossier d’un ensemble exporté.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>Set MODELS_DIR or ONNX_MODEL_PATH to an exported bundle, or make one with `signmirror export`.</source>
            <translation>Réglez MODELS_DIR ou ONNX_MODEL_PATH sur un modèle exporté, ou créez-en un avec `signmirror export`.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>There is no encoder at {model_path}.</source>
            <translation>Il n’y a pas d’encodeur à cet endroit : {model_path}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>Use a whole number from 8 to 4096.</source>
            <translation>Utilisez un nombre entier de 8 à 4096.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>is {shape} {dtype}</source>
            <translation>est {shape} {dtype}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>{name} in {path} {found}.</source>
            <translation>{name} dans {path} : {found}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>{path} cannot be read as JSON.</source>
            <translation>{path} ne peut pas être lu comme JSON.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>{path} is far too large for a configuration.</source>
            <translation>{path} est beaucoup trop gros pour une configuration.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/bundle.py" />
            <source>{path} is not a JSON object.</source>
            <translation>{path} n’est pas un objet JSON.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>Check its permissions.</source>
            <translation>Vérifiez ses droits d’accès.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>Check the path, or set ONNX_MODEL_PATH.</source>
            <translation>Vérifiez le chemin, ou réglez ONNX_MODEL_PATH.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>Choose an encoder made for this program.</source>
            <translation>Choisissez un encodeur fait pour ce programme.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>Copy the model together with its data files, or export it as one file.</source>
            <translation>Copiez le modèle avec ses fichiers de données, ou exportez-le en un seul fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>Export it with dense weights.</source>
            <translation>Exportez-le avec des poids denses.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>Its data files must lie beside it. Export it again, or as one file.</source>
            <translation>Ses fichiers de données doivent se trouver à côté de lui. Exportez-le de nouveau, ou en un seul fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>Put the file itself beside the model.</source>
            <translation>Placez le fichier lui-même à côté du modèle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>There is no model at {path}.</source>
            <translation>Il n’y a pas de modèle à cet endroit : {path}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>unnamed</source>
            <translation>sans nom</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>{model} and its data file {name} do not belong together.</source>
            <translation>{model} et son fichier de données {name} ne vont pas ensemble.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>{model} keeps its weights in {name}, which is not there.</source>
            <translation>{model} garde ses poids dans {name}, qui n’est pas là.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>{model} keeps weights in a place that is not allowed ({location}).</source>
            <translation>{model} garde des poids à un endroit qui n’est pas autorisé ({location}).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>{name} has sparse weights, which are not allowed.</source>
            <translation>{name} a des poids creux, ce qui n’est pas permis.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>{name}, the data file of {model}, is a link, which is not allowed.</source>
            <translation>{name}, le fichier de données de {model}, est un lien, ce qui n’est pas autorisé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>{path} cannot be read.</source>
            <translation>{path} ne peut pas être lu.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/model_file.py" />
            <source>{path} is larger than {megabytes} MB.</source>
            <translation>{path} dépasse {megabytes} Mo.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <source>ENABLE_CUDA is false</source>
            <translation>ENABLE_CUDA vaut false</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <source>Export it with one float32 input (batch, frames, {feature_dim}); `signmirror inspect` says what this file takes.</source>
            <translation>Exportez-le avec une entrée float32 (batch, frames, {feature_dim}) ; `signmirror inspect` dit ce que ce fichier accepte.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>ONNX Runtime cannot load {model}: {reason}</source>
            <translation>ONNX Runtime ne peut pas charger {model} : {reason}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <source>Run `signmirror inspect` on it; a newer opset must be exported again as 18.</source>
            <translation>Lancez `signmirror inspect` sur ce fichier ; un opset plus récent doit être exporté à nouveau en 18.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>Run `signmirror inspect` on it; export it again with a dynamic number of frames.</source>
            <translation>Lancez `signmirror inspect` sur ce fichier ; exportez-le à nouveau avec un nombre d’images variable.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <location filename="../../desktop_app/engine/encoder/torchscript.py" />
            <source>asked for</source>
            <translation>demandé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <source>the only provider here</source>
            <translation>le seul fournisseur ici</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <source>{model} failed on a clip of {frames} frames.</source>
            <translation>{model} a échoué sur une séquence de {frames} images.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <location filename="../../desktop_app/engine/letters/contract.py" />
            <source>{name} takes an input of shape {shape}.</source>
            <translation>{name} demande une entrée de forme {shape}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <source>{name} takes {dtype} where float32 is needed.</source>
            <translation>{name} demande {dtype} ; il faut float32.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx.py" />
            <source>{name} takes {width} numbers a frame; a frame has {feature_dim}.</source>
            <translation>{name} demande {width} nombres par image ; une image en a {feature_dim}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx_file.py" />
            <source>Choose a file that ends in .onnx and was exported as a whole. `onnx.save` writes files that can be read.</source>
            <translation>Choisissez un fichier qui finit par .onnx et qui a été exporté en entier. `onnx.save` écrit des fichiers lisibles.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx_file.py" />
            <source>Export it without conditions and loops inside each other.</source>
            <translation>Exportez-le sans conditions ni boucles imbriquées.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx_file.py" />
            <source>The model</source>
            <translation>Le modèle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx_file.py" />
            <location filename="../../desktop_app/engine/packs/__init__.py" />
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <source>none</source>
            <translation>aucun</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx_file.py" />
            <source>{name} has graphs that are nested more than {most} deep.</source>
            <translation>{name} a des graphes imbriqués sur plus de {most} niveaux.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx_file.py" />
            <source>{name} is not an ONNX model, or an empty one.</source>
            <translation>{name} n’est pas un modèle ONNX, ou est vide.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx_file.py" />
            <source>{name} is not an ONNX model, or is not encoded as ONNX models are.</source>
            <translation>{name} n’est pas un modèle ONNX, ou n’est pas codé comme le sont les modèles ONNX.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/onnx_file.py" />
            <source>{name} takes {count} inputs ({listed}) where one is needed.</source>
            <translation>{name} demande {count} entrées ({listed}) ; il en faut une seule.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/provider_errors.py" />
            <source>a driver or library that it needs is missing or too old</source>
            <translation>il lui manque un pilote ou une bibliothèque, ou la version est trop ancienne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/provider_errors.py" />
            <source>it cannot run this model</source>
            <translation>il ne sait pas exécuter ce modèle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/provider_errors.py" />
            <source>it does not run on this computer</source>
            <translation>il ne fonctionne pas sur cet ordinateur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/provider_errors.py" />
            <source>it has too little memory</source>
            <translation>il n’a pas assez de mémoire</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/provider_errors.py" />
            <source>the device was lost</source>
            <translation>la carte graphique ne répond plus</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/provider_errors.py" />
            <source>there is no device for it</source>
            <translation>aucune carte graphique ne lui convient</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>It has {providers}.</source>
            <translation>Il y a ici : {providers}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>Run `signmirror inspect` on the model file, and `signmirror doctor`.</source>
            <translation>Lancez `signmirror inspect` sur le fichier du modèle, et `signmirror doctor`.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>The encoder runs on none of the providers of this machine.</source>
            <translation>L’encodeur ne marche avec aucun des fournisseurs de cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>This installation of ONNX Runtime has no provider '{name}'.</source>
            <translation>Cette installation d’ONNX Runtime n’a pas de fournisseur « {name} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>fastest of {count} measured ({figures})</source>
            <translation>le plus rapide de {count} mesurés ({figures})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>the only one that runs it</source>
            <translation>le seul qui le fait tourner</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>the only one that runs it ({figures})</source>
            <translation>le seul qui le fait tourner ({figures})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>{provider} failed while running: {why}</source>
            <translation>{provider} a échoué en marche : {why}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>{provider} {median:.2f} ms</source>
            <translation>{provider} {median:.2f} ms</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/providers.py" />
            <source>{reason}; {provider} is not used: {why}</source>
            <translation>{reason} ; {provider} n’est pas utilisé : {why}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/torchscript.py" />
            <source>Choose the model's ONNX file, or install torch.</source>
            <translation>Choisissez le fichier ONNX du modèle, ou installez torch.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/torchscript.py" />
            <source>Export the bundle again.</source>
            <translation>Exportez à nouveau le modèle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/torchscript.py" />
            <source>{model} failed on {frames} frames.</source>
            <translation>{model} a échoué sur {frames} images.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/torchscript.py" />
            <source>{path} cannot be loaded as TorchScript.</source>
            <translation>{path} ne peut pas être chargé comme TorchScript.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/torchscript.py" />
            <source>{path} is a TorchScript file, and torch is not installed.</source>
            <translation>{path} est un fichier TorchScript, et torch n’est pas installé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/trial.py" />
            <source>Export it again, or choose another model.</source>
            <translation>Exportez-le de nouveau, ou choisissez un autre modèle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/trial.py" />
            <source>Export it with a dynamic batch and a dynamic number of frames.</source>
            <translation>Exportez-le avec une taille de lot et un nombre d’images dynamiques.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/trial.py" />
            <source>ONNX Runtime ended in a trial run (exit code {code})</source>
            <translation>ONNX Runtime s’est arrêté pendant un essai (code de sortie {code})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/trial.py" />
            <source>a trial run did not end within {seconds:.0f} seconds</source>
            <translation>un essai ne s’est pas terminé en {seconds:.0f} secondes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/trial.py" />
            <source>a trial run needs more than {megabytes} MB of memory</source>
            <translation>un essai demande plus de {megabytes} Mo de mémoire</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/trial.py" />
            <source>it cannot be tried ({error})</source>
            <translation>il ne peut pas être essayé ({error})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/trial.py" />
            <source>{name} cannot be used: {problem}.</source>
            <translation>{name} ne peut pas être utilisé : {problem}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder/trial.py" />
            <source>{name} takes {numbers} numbers at a time, which is far too many.</source>
            <translation>{name} prend {numbers} nombres à la fois, ce qui est beaucoup trop.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/sign_features.py" />
            <source>Keep your hands in the picture while you sign, and try again.</source>
            <translation>Gardez vos mains dans l’image pendant que vous signez, et réessayez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/sign_features.py" />
            <source>No sign is seen in this clip: no hand is raised long enough.</source>
            <translation>On ne voit aucun signe dans cette séquence : aucune main n’est levée assez longtemps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Begin with a clear movement, from your hands down.</source>
            <translation>Commencez par un mouvement net, à partir des mains en bas.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Choose the one you meant from the list, or sign it once more, clearly.</source>
            <translation>Choisissez dans la liste le signe voulu, ou signez-le encore une fois, nettement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>If you meant something else, record it as a reference of your own.</source>
            <translation>Si vous vouliez dire autre chose, enregistrez-le comme une référence à vous.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>It is close to one reference of '{sentence}', but unlike the others.</source>
            <translation>C’est proche d’une référence de « {sentence} », mais différent des autres.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Keep both hands in the picture and apart from each other.</source>
            <translation>Gardez les deux mains dans l’image, séparées l’une de l’autre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>More light makes most cameras faster; close other programs that use it.</source>
            <translation>Avec plus de lumière, la plupart des caméras sont plus rapides ; fermez les autres programmes qui l’utilisent.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>No reference is open to compare with.</source>
            <translation>Aucune référence n’est ouverte pour comparer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Nothing in the open packs is close enough; the closest is '{sentence}' ({similarity:.2f}).</source>
            <translation>Rien dans les packs ouverts n’est assez proche ; le plus proche est « {sentence} » ({similarity:.2f}).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Open a pack in the library.</source>
            <translation>Ouvrez un pack dans la bibliothèque.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Sign it more slowly, with more light.</source>
            <translation>Signez-le plus lentement, avec plus de lumière.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Sign it once more, with your hands up.</source>
            <translation>Signez-le encore une fois, les mains levées.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Sign the whole of it, and hold its end for a moment.</source>
            <translation>Signez-le en entier, et tenez la fin un instant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Sign when the frame lights up.</source>
            <translation>Signez quand le cadre s’allume.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>The camera gives only {fps:.0f} pictures a second.</source>
            <translation>La caméra ne donne que {fps:.0f} images par seconde.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>The movement lasted less than {seconds:.1f} s.</source>
            <translation>Le mouvement a duré moins de {seconds:.1f} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>The nearest reference is made with two hands; your {hand} hand was not seen.</source>
            <translation>La référence la plus proche se fait à deux mains ; votre main {hand} n’a pas été vue.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>There was hardly any movement in it.</source>
            <translation>Il n’y avait presque pas de mouvement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Two signs are too alike here: '{first}' and '{second}'.</source>
            <translation>Deux signes se ressemblent trop ici : « {first} » et « {second} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <location filename="../../desktop_app/ui/practice/feedback_words.py" />
            <source>Watch the reference and sign it once more.</source>
            <translation>Regardez la référence et signez encore une fois.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>You moved too fast for a camera of {fps:.0f} pictures a second: your hand was lost.</source>
            <translation>Vous avez bougé trop vite pour une caméra de {fps:.0f} images par seconde : votre main a été perdue.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Your hands hardly moved.</source>
            <translation>Vos mains n’ont presque pas bougé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Your hands moved at {speed:.1f}; a sign begins at {needed:.1f}.</source>
            <translation>Vitesse de vos mains : {speed:.1f} ; un signe commence à {needed:.1f}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>A good attempt.</source>
            <translation>Un bon essai.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Face</source>
            <translation>Visage</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Hand shape</source>
            <translation>Configuration</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at the face: brows, mouth and head belong to the sign.</source>
            <translation>Regardez le visage : les sourcils, la bouche et la tête font partie du signe.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at the pace: where it is quick, and where the hand rests.</source>
            <translation>Regardez le rythme : où il est rapide, et où la main s’arrête.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at the path of the hand.</source>
            <translation>Regardez le chemin que fait la main.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at the shape of the hand, finger by finger, and at where the palm points.</source>
            <translation>Regardez la configuration de la main, doigt par doigt, et où la paume est tournée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at what the other hand does, and where.</source>
            <translation>Regardez ce que fait l’autre main, et où.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at where the hand is, against the face and the body.</source>
            <translation>Regardez où est la main, par rapport au visage et au corps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Movement</source>
            <translation>Mouvement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Next: {channel}.</source>
            <translation>À travailler : {channel}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Other hand</source>
            <translation>Autre main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Place</source>
            <translation>Emplacement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Right: {channels}.</source>
            <translation>Réussi : {channels}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Sign it more quickly: you took {times:.1f} times as long.</source>
            <translation>Signez plus vite : vous avez mis {times:.1f} fois plus de temps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Sign it more slowly: you were {times:.1f} times as fast.</source>
            <translation>Signez plus lentement : vous étiez {times:.1f} fois plus rapide.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>The pace differs here.</source>
            <translation>Ici, le rythme est différent.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>The shape of your hand differs here.</source>
            <translation>La configuration de votre main est différente ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Timing</source>
            <translation>Rythme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/practice/feedback_words.py" />
            <source>You signed it all the way through.</source>
            <translation>Vous avez signé jusqu’au bout.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your face differs here.</source>
            <translation>Ici, votre visage est différent.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand is in a different place here.</source>
            <translation>Ici, votre main est à un autre endroit.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand is not seen here.</source>
            <translation>Ici, on ne voit pas votre main.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand should be closer to the middle of your body here.</source>
            <translation>Ici, votre main devrait être plus près du milieu du corps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand should be further out here.</source>
            <translation>Ici, votre main devrait être plus loin du milieu du corps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand should be higher here.</source>
            <translation>Ici, votre main devrait être plus haut.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand should be lower here.</source>
            <translation>Ici, votre main devrait être plus bas.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand takes a different path here.</source>
            <translation>Ici, votre main suit un autre chemin.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your other hand differs here.</source>
            <translation>Ici, votre autre main est différente.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your other hand is not seen here.</source>
            <translation>Ici, on ne voit pas votre autre main.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>the movement</source>
            <translation>le mouvement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>the place of your hand</source>
            <translation>l’emplacement de votre main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>the shape of your hand</source>
            <translation>la configuration de votre main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>the timing</source>
            <translation>le rythme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>your face</source>
            <translation>votre visage</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>your other hand</source>
            <translation>votre autre main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/annotations.py" />
            <source>Annotate the film first.</source>
            <translation>Annotez d’abord le film.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/annotations.py" />
            <source>Choose one with --tier: {names}.</source>
            <translation>Choisissez-en une avec --tier : {names}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/annotations.py" />
            <source>Open it in the program that made it, and save it again.</source>
            <translation>Ouvrez-le dans le programme qui l’a créé, puis enregistrez-le à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/annotations.py" />
            <source>{file} cannot be read as annotations.</source>
            <translation>{file} ne peut pas être lu comme des annotations.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/annotations.py" />
            <source>{file} contains no annotation with times and a text.</source>
            <translation>{file} ne contient aucune annotation avec des temps et un texte.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/annotations.py" />
            <source>{file} has no tier '{tier}'.</source>
            <translation>{file} n’a pas d’acteur « {tier} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/annotations.py" />
            <source>{file} has several tiers.</source>
            <translation>{file} a plusieurs acteurs.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/film.py" />
            <source>'{path}' holds no picture from {start_s:.1f} s on.</source>
            <translation>« {path} » ne contient aucune image à partir de {start_s:.1f} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/film.py" />
            <source>Check that the annotations belong to this film.</source>
            <translation>Vérifiez que les annotations appartiennent à ce film.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/film.py" />
            <location filename="../../desktop_app/engine/tracking/offline.py" />
            <source>Record it with more frames a second.</source>
            <translation>Enregistrez-le avec plus d’images par seconde.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_jobs.py" />
            <source>'{source}' does not exist.</source>
            <translation>« {source} » n’existe pas.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_jobs.py" />
            <source>Add a row for every clip.</source>
            <translation>Ajoutez une ligne par clip.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_jobs.py" />
            <location filename="../../desktop_app/engine/sources/images.py" />
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <location filename="../../desktop_app/engine/sources/video.py" />
            <location filename="../../desktop_app/errors.py" />
            <source>Check the path.</source>
            <translation>Vérifiez le chemin.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_jobs.py" />
            <source>Files to import end in {suffixes}.</source>
            <translation>Les fichiers à importer finissent par {suffixes}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_jobs.py" />
            <source>There is no video and no landmark recording in '{source}'.</source>
            <translation>Il n’y a ni vidéo ni enregistrement de points de repère dans « {source} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_jobs.py" />
            <source>{table} lists no clip.</source>
            <translation>{table} ne nomme aucune séquence.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_many.py" />
            <source>'{handedness}' is not right, left or both.</source>
            <translation>« {handedness} » n’est ni droite, ni gauche, ni les deux.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_many.py" />
            <source>A person is seen in only {person:.0%} of it.</source>
            <translation>On ne voit une personne que dans {person:.0%} du fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_many.py" />
            <source>It lasts {seconds:.1f} s; a sign takes {min_seconds:.1f} s.</source>
            <translation>Cela dure {seconds:.1f} s ; un signe prend {min_seconds:.1f} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_many.py" />
            <source>Its name is not in UTF-8. Rename the file.</source>
            <translation>Son nom n’est pas en UTF-8. Renommez le fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_many.py" />
            <source>No hands are seen in it.</source>
            <translation>On n’y voit pas de mains.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_many.py" />
            <source>Nobody is seen in it.</source>
            <translation>On n’y voit personne.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_many.py" />
            <source>The file cannot be read: {strerror}.</source>
            <translation>Le fichier est illisible : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_many.py" />
            <source>The file is not there.</source>
            <translation>Le fichier n’est pas là.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/import_many.py" />
            <source>The table gives no sentence for this file.</source>
            <translation>Le tableau ne donne aucune phrase pour ce fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>Give the one that counts, with --labels or instead of the folder, or move the others away.</source>
            <translation>Donnez celui qui compte, avec --labels ou à la place du dossier, ou déplacez les autres.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>Line {line} has a start or end that cannot be read as a time.</source>
            <translation>La ligne {line} a un début ou une fin qui ne peut pas être lu comme un temps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>Line {line} has more cells than the header. Put texts that contain the delimiter in quotation marks.</source>
            <translation>La ligne {line} a plus de cellules que l’en-tête. Mettez entre guillemets les textes qui contiennent le séparateur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>Line {line} names no file.</source>
            <translation>La ligne {line} ne nomme aucun fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <location filename="../../desktop_app/engine/tables.py" />
            <source>Save it as CSV in its place.</source>
            <translation>Enregistrez-le au format CSV à sa place.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>Several files may be meant: {details}.</source>
            <translation>Plusieurs fichiers peuvent être visés : {details}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>The first line names the columns, such as file, sentence, category, signer_id. To go by file names alone, move the table elsewhere.</source>
            <translation>La première ligne nomme les colonnes, par exemple file (ou fichier), sentence (ou phrase), category, signer_id. Pour vous fier aux seuls noms de fichiers, déplacez le tableau ailleurs.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>There are several tables: {tables}.</source>
            <translation>Il y a plusieurs tableaux : {tables}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>file</source>
            <translation>fichier</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>sentence</source>
            <translation>phrase</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>{table} is a table that cannot be read here.</source>
            <translation>{table} est un tableau qui ne peut pas être lu ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/importing/label_table.py" />
            <source>{table}, line {line} names no column for: {missing}.</source>
            <translation>{table}, ligne {line} : aucune colonne pour {missing}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>Show one of the other letters.</source>
            <translation>Montrez une des autres lettres.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>Show the letter to the camera.</source>
            <translation>Montrez la lettre à la caméra.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>The calibration cannot be kept in {parent}: {strerror}.</source>
            <translation>Le calibrage ne peut pas être conservé dans {parent} : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>There is no hand to learn from.</source>
            <translation>Aucune main n’est là pour apprendre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>{letter} cannot be shown as a still hand.</source>
            <translation>{letter} ne peut pas être montré avec une main immobile.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/contract.py" />
            <source>A letter model takes one input of floats: the 21 points of a hand as (batch, 21, 3), (batch, 63) or, without depth, (batch, 42), or frames of them, as (batch, frames, 21, 3) or (batch, frames, 63); `signmirror inspect` says what this file takes.</source>
            <translation>Un modèle de lettres prend une entrée de nombres à virgule flottante : les 21 points d’une main sous la forme (batch, 21, 3), (batch, 63) ou, sans profondeur, (batch, 42), ou des suites d’images, sous la forme (batch, frames, 21, 3) ou (batch, frames, 63) ; `signmirror inspect` dit ce que prend ce fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/contract.py" />
            <source>It must give 24 numbers (without J and Z), 26 (A to Z) or 29 (then SPACE, DELETE and NOTHING). Otherwise, write the names of its classes, one on a line, into a file labels.txt beside it.</source>
            <translation>Il doit donner 24 nombres (sans J ni Z), 26 (A à Z) ou 29 (puis SPACE, DELETE et NOTHING). Sinon, écrivez les noms de ses classes, un par ligne, dans un fichier labels.txt à côté de lui.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/contract.py" />
            <source>{model} gives {shapes}; no output has one number a letter.</source>
            <translation>{model} donne {shapes} ; aucune sortie n’a un nombre par lettre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/contract.py" />
            <source>{name} takes {dtype} where floats are needed.</source>
            <translation>{name} prend du {dtype} là où il faut des nombres à virgule flottante.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/labels.py" />
            <source>The names in {where} are not used: they are not one for each class of the model.</source>
            <translation>Les noms de {where} ne sont pas utilisés : il n’y en a pas un pour chaque classe du modèle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/labels.py" />
            <source>The names of the letters in {where} cannot be read.</source>
            <translation>Les noms des lettres dans {where} ne sont pas lisibles.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/labels.py" />
            <source>The usual order of {classes} classes is taken; the answers may be wrong.</source>
            <translation>L’ordre habituel de {classes} classes est utilisé ; les réponses peuvent être fausses.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/labels.py" />
            <source>Write one name on a line, in the order of the model's output, into a file labels.txt beside it.</source>
            <translation>Écrivez un nom par ligne, dans l’ordre des sorties du modèle, dans un fichier labels.txt à côté de lui.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/labels.py" />
            <source>{model} does not say which letters its classes are.</source>
            <translation>{model} n’indique pas à quelles lettres correspondent ses classes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>Export it again; check its weights.</source>
            <translation>Exportez-le à nouveau ; vérifiez ses poids.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>Run `signmirror inspect` on it; export it again with opset 18.</source>
            <translation>Lancez `signmirror inspect` sur ce fichier ; exportez-le à nouveau avec l’opset 18.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>{file} failed on {frames} frames of a hand.</source>
            <translation>{file} a échoué sur {frames} images d’une main.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>{file} gave what is not a number.</source>
            <translation>{file} a donné une valeur qui n’est pas un nombre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/records.py" />
            <source>The settings of fingerspelling are out of range.</source>
            <translation>Les réglages de la dactylologie sont hors limites.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/records.py" />
            <source>window_frames 1 to 256, smoothing 1 to 60, accept between 0 and 1.</source>
            <translation>window_frames de 1 à 256, smoothing de 1 à 60, accept entre 0 et 1.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/reference.py" />
            <source>'{pack}' is no alphabet.</source>
            <translation>« {pack} » n’est pas un alphabet.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/reference.py" />
            <source>Choose a pack of letters.</source>
            <translation>Choisissez un pack de lettres.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/malformed.py" />
            <source>is not a usable zip file</source>
            <translation>n’est pas un fichier zip utilisable</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/__init__.py" />
            <source>A pack is a folder with pack.json, a .signpack file, or an export with embeddings.npy.</source>
            <translation>Un pack est un dossier avec pack.json, un fichier .signpack, ou un export avec embeddings.npy.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/__init__.py" />
            <source>Installed packs: {names}. A path also works.</source>
            <translation>Packs installés : {names}. Un chemin convient aussi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/__init__.py" />
            <source>There is no pack '{name}'.</source>
            <translation>Il n’y a pas de pack « {name} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/__init__.py" />
            <source>does not exist</source>
            <translation>n’existe pas</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/__init__.py" />
            <source>is not a pack</source>
            <translation>n’est pas un pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>Make room on the disk, or set SIGNMIRROR_CACHE_DIR to another folder.</source>
            <translation>Faites de la place sur le disque, ou réglez SIGNMIRROR_CACHE_DIR sur un autre dossier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <location filename="../../desktop_app/engine/packs/peek.py" />
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>cannot be read ({strerror})</source>
            <translation>est illisible ({strerror})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>cannot be unpacked</source>
            <translation>ne peut pas être décompressé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>has another size than files.csv says</source>
            <translation>n’a pas la taille indiquée dans files.csv</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>holds {count} files</source>
            <translation>contient {count} fichiers</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>is a link or device, which a pack may not hold</source>
            <translation>est un lien ou un périphérique, interdit dans un pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>is a name that a pack may not hold</source>
            <translation>est un nom interdit dans un pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>is encrypted, or compressed in a way that no pack is</source>
            <translation>est chiffré, ou compressé d’une façon qu’aucun pack n’emploie</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <location filename="../../desktop_app/engine/packs/peek.py" />
            <source>is far too large</source>
            <translation>est beaucoup trop grand</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>is larger than it says</source>
            <translation>est plus gros qu’annoncé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>is there twice</source>
            <translation>s’y trouve deux fois</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>unpacks to an unreasonable size</source>
            <translation>atteint une taille déraisonnable une fois décompressé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>would unpack to {gigabytes:.0f} GB</source>
            <translation>occuperait {gigabytes:.0f} Go une fois décompressé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>{path} cannot be unpacked into {home}: {strerror}.</source>
            <translation>{path} ne peut pas être décompressé dans {home} : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/bounds.py" />
            <source>holds values of {limit:.0f} or more, which no landmark has</source>
            <translation>contient des valeurs de {limit:.0f} ou plus, qu’aucun point de repère ne peut avoir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>Run `signmirror pack reindex` on it: the cache can be made again from the features.</source>
            <translation>Lancez « signmirror pack reindex » sur ce pack : le cache peut être refait à partir des caractéristiques.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>cannot be read</source>
            <translation>ne peut pas être lu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>does not describe a cache</source>
            <translation>ne décrit pas un cache</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>does not have one vector a sentence</source>
            <translation>n’a pas un vecteur par phrase</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>does not run from clip to clip</source>
            <translation>ne va pas d’une séquence à la suivante</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>has a vector of length zero</source>
            <translation>contient un vecteur de longueur nulle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>has no usable sentence_ids or embeddings</source>
            <translation>n’a pas de sentence_ids ou d’embeddings utilisables</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>has rows that are not of length one</source>
            <translation>a des lignes qui ne sont pas de longueur un</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>has vectors of {columns} numbers where {width} are needed</source>
            <translation>a des vecteurs de {columns} nombres ; il en faut {width}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>has {count} rows where there are {embeddings} embeddings</source>
            <translation>a {count} lignes pour {embeddings} empreintes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>has {rows} rows where clips.csv has {clips}</source>
            <translation>a {rows} lignes ; clips.csv en a {clips}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>has {rows} rows where {needed} are needed</source>
            <translation>a {rows} lignes ; il en faut {needed}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>lists other clips than clips.csv</source>
            <translation>n’indique pas les mêmes séquences que clips.csv</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/commit.py" />
            <source>Check the values that you gave.</source>
            <translation>Vérifiez les valeurs données.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/commit.py" />
            <source>This edit would damage the pack '{pack}' and was not made.</source>
            <translation>Cette modification endommagerait le pack « {pack} » et n’a pas été faite.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>A clip's {fields} cannot be changed.</source>
            <translation>Dans une séquence, ceci ne peut pas être modifié : {fields}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>A pack cannot be described like that.</source>
            <translation>Un pack ne peut pas être décrit ainsi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>A pack cannot be made in {parent}: {strerror}.</source>
            <translation>Impossible de créer un pack dans {parent} : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>A sentence cannot be empty.</source>
            <translation>Une phrase ne peut pas être vide.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>A signer is right-, left- or both-handed.</source>
            <translation>La main dominante est la droite, la gauche ou les deux.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>Check the file.</source>
            <translation>Vérifiez le fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Choose another name.</source>
            <translation>Choisissez un autre nom.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Fields are {fields}.</source>
            <translation>Les champs sont {fields}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Give it a text.</source>
            <translation>Donnez-lui un texte.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Import it under a name of your own (`signmirror pack import`), and change that copy.</source>
            <translation>Importez-le sous un nom à vous (`signmirror pack import`), et modifiez cette copie.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>The pack '{pack}' has no clip {missing}.</source>
            <translation>Le pack « {pack} » n’a pas de séquence {missing}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>The pack '{pack}' {why} and cannot be changed.</source>
            <translation>Le pack « {pack} » ne peut pas être modifié : {why}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>There is '{folder}' already.</source>
            <translation>« {folder} » existe déjà.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Use right, left or both.</source>
            <translation>Utilisez right (droite), left (gauche) ou both (les deux).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>`signmirror pack info` lists its clips.</source>
            <translation>`signmirror pack info` donne la liste de ses séquences.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>is a .signpack file</source>
            <translation>est un fichier .signpack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>is an export with its own encoder</source>
            <translation>est un export avec son propre encodeur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>like that</source>
            <translation>de ce genre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>nothing</source>
            <translation>rien</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>ships with the program</source>
            <translation>est fourni avec le programme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>{media} is not there.</source>
            <translation>{media} n’est pas là.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>'{pack}' is an export with its own encoder, not a pack.</source>
            <translation>« {pack} » est un export avec son propre encodeur, pas un pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>'{pack}' is an export with its own encoder.</source>
            <translation>« {pack} » est un export avec son propre encodeur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <location filename="../../desktop_app/engine/sources/images.py" />
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{path}' does not exist.</source>
            <translation>« {path} » n’existe pas.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>Check the disk.</source>
            <translation>Vérifiez le disque.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>Check the path: a pack to install is a .signpack file or the folder of a pack.</source>
            <translation>Vérifiez le chemin : on installe un fichier .signpack ou le dossier d’un pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>Import its videos as a pack first.</source>
            <translation>Importez d’abord ses vidéos comme pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>Import its videos as a pack.</source>
            <translation>Importez ses vidéos comme pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>The pack cannot be written to {target}: {strerror}.</source>
            <translation>Impossible d’écrire le pack dans {target} : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>{path} does not read back: {bad}.</source>
            <translation>{path} ne peut pas être relu : {bad}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>{target} cannot be written: {strerror}.</source>
            <translation>{target} ne peut pas être écrit : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>{target} is not a valid name for a pack.</source>
            <translation>{target} n’est pas un nom valable pour un pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>Copy the whole export again: embeddings.npy and embeddings_map.csv belong together, row by row.</source>
            <translation>Copiez à nouveau tout l’export : embeddings.npy et embeddings_map.csv vont ensemble, ligne par ligne.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>The references in '{pack}' come from another encoder and have no features.</source>
            <translation>Les références de « {pack} » viennent d’un autre encodeur et n’ont pas de caractéristiques.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>Use its own encoder: set MODELS_DIR or --model to {folder}.</source>
            <translation>Utilisez son propre encodeur : réglez MODELS_DIR ou --model sur {folder}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>Use the embeddings.npy of the same export as the model.</source>
            <translation>Utilisez le fichier embeddings.npy du même export que le modèle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>cannot be read as a table</source>
            <translation>ne peut pas être lu comme un tableau</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>has no column {missing}</source>
            <translation>n’a pas de colonne {missing}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <location filename="../../desktop_app/engine/packs/pack.py" />
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>has no frames</source>
            <translation>ne contient aucune image</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>has no usable {column} in line {line}</source>
            <translation>n’a pas de {column} utilisable à la ligne {line}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>has no whole sentence_id in line {line}</source>
            <translation>n’a pas de sentence_id entier à la ligne {line}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>has {rows} rows where {file} has {embeddings} embeddings</source>
            <translation>a {rows} lignes ; {file} a {embeddings} empreintes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>names no feature file that is there (row {row})</source>
            <translation>ne nomme aucun fichier de caractéristiques présent (ligne {row})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>{file} has vectors of {columns} numbers, the encoder {encoder} makes {needed}.</source>
            <translation>{file} a des vecteurs de {columns} nombres, l’encodeur {encoder} en fait de {needed}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/lock.py" />
            <source>Another window or command is changing this pack right now.</source>
            <translation>Une autre fenêtre ou commande modifie ce pack en ce moment.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/lock.py" />
            <source>Wait until it is done, then try again.</source>
            <translation>Attendez la fin, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>Fetch the pack again from where it came from; `signmirror pack verify` checks it.</source>
            <translation>Reprenez le pack là d’où il vient ; « signmirror pack verify » le vérifie.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>The pack '{name}' cannot be read: {file}: {reason}.</source>
            <translation>Le pack « {name} » ne peut pas être lu : {file} : {reason}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>The pack '{name}' is damaged: {file} {reason}.</source>
            <translation>Le pack « {name} » est abîmé : {file} ({reason}).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>The pack '{pack}' was made by a newer program (format {version}).</source>
            <translation>Le pack « {pack} » a été fait par un programme plus récent (format {version}).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>The pack in {folder} cannot be written: {strerror}.</source>
            <translation>Impossible d’écrire le pack dans {folder} : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>does not describe a pack</source>
            <translation>ne décrit pas un pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>has a name in line {line} that is not allowed or comes twice</source>
            <translation>a, à la ligne {line}, un nom interdit ou en double</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>has a name of more than {most} characters</source>
            <translation>a un nom de plus de {most} caractères</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>has more than {most} columns</source>
            <translation>a plus de {most} colonnes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>has more than {most} rows</source>
            <translation>a plus de {most} lignes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>has no usable size or sha256 in line {line}</source>
            <translation>n’a pas de taille ou de sha256 utilisable à la ligne {line}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <location filename="../../desktop_app/engine/packs/rescue.py" />
            <source>is not a table of comma-separated values</source>
            <translation>n’est pas un tableau de valeurs séparées par des virgules</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>is not the file that pack.json lists (its sha256 differs)</source>
            <translation>n’est pas le fichier indiqué dans pack.json (son sha256 est différent)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>lists the clip '{clip_id}' twice (line {line})</source>
            <translation>indique deux fois la séquence « {clip_id} » (ligne {line})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>names no pack or no feature contract</source>
            <translation>ne nomme ni pack ni format de caractéristiques</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>{names} or {last}</source>
            <translation>{names} ou {last}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/members.py" />
            <location filename="../../desktop_app/engine/packs/pack.py" />
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>is a link, which a pack may not hold</source>
            <translation>est un lien, interdit dans un pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/pack.py" />
            <source>does not list {name} of the clip '{clip_id}'</source>
            <translation>n’indique pas {name} de la séquence « {clip_id} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/pack.py" />
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>has {count} frames where clips.csv says {frames}</source>
            <translation>a {count} images ; clips.csv en indique {frames}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/pack.py" />
            <source>names no feature file for the clip '{clip_id}'</source>
            <translation>ne nomme aucun fichier de caractéristiques pour la séquence « {clip_id} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>'{text}' is not in UTF-8.</source>
            <translation>« {text} » n’est pas en UTF-8.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>A pack cannot hold {media}.</source>
            <translation>Un pack ne peut pas contenir {media}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>A reference cannot have {frames} frames at {fps:.3g} frames a second.</source>
            <translation>Une référence ne peut pas avoir {frames} images à {fps:.3g} images par seconde.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>A reference needs frames and a sentence.</source>
            <translation>Une référence a besoin d’images et d’une phrase.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>A signer cannot be '{handedness}'-handed.</source>
            <translation>La main dominante ne peut pas être « {handedness} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Cut it into parts, or give the rate of the recording.</source>
            <translation>Découpez-la, ou indiquez la fréquence de l’enregistrement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Extract the landmarks again.</source>
            <translation>Extrayez de nouveau les points de repère.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Give every clip its own id.</source>
            <translation>Donnez à chaque séquence son propre identifiant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Leave this clip out.</source>
            <translation>Laissez cette séquence de côté.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Media of a pack are .mp4 videos or .pose recordings.</source>
            <translation>Les médias d’un pack sont des vidéos .mp4 ou des enregistrements .pose.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>The landmarks lie far outside of any picture.</source>
            <translation>Les points de repère sont bien en dehors de toute image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>The pack has a clip '{wanted}' already.</source>
            <translation>Le pack a déjà une séquence « {wanted} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Type it again.</source>
            <translation>Saisissez-le à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>{text} contains control characters.</source>
            <translation>{text} contient des caractères de contrôle.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/replacing.py" />
            <source>'{target}' is a link, which cannot be replaced by a pack.</source>
            <translation>« {target} » est un lien, qu’un pack ne peut pas remplacer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/replacing.py" />
            <source>'{target}' is not the folder of a pack.</source>
            <translation>« {target} » n’est pas le dossier d’un pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/replacing.py" />
            <source>Choose a pack of yours, or a folder that is empty or does not exist yet.</source>
            <translation>Choisissez un de vos packs, ou un dossier vide ou qui n’existe pas encore.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/replacing.py" />
            <source>Choose another name, or --replace.</source>
            <translation>Choisissez un autre nom, ou --replace.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/replacing.py" />
            <source>Name the folder behind it: {folder}.</source>
            <translation>Indiquez le dossier vers lequel il mène : {folder}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/replacing.py" />
            <source>There is a pack '{target}' already.</source>
            <translation>Il y a déjà un pack « {target} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>1 file is not part of the pack and is left alone: {file}.</source>
            <translation>1 fichier ne fait pas partie du pack et n’est pas touché : {file}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>has {bytes} bytes where {listed} are listed</source>
            <translation>a {bytes} octets au lieu des {listed} indiqués</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/verify.py" />
            <source>{count} files are not part of the pack and are left alone: {names}.</source>
            <translation>{count} fichiers ne font pas partie du pack et ne sont pas touchés : {names}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>'{sentence}' has two different sentence ids.</source>
            <translation>« {sentence} » a deux identifiants de phrase différents.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>A pack cannot hold {dtype} features.</source>
            <translation>Un pack ne peut pas contenir de caractéristiques {dtype}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>A pack without a reference cannot be made.</source>
            <translation>Un pack sans référence ne peut pas être créé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>Add at least one clip.</source>
            <translation>Ajoutez au moins une séquence.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>Give a sentence one id.</source>
            <translation>Donnez un seul identifiant à une phrase.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>The new pack does not read back: {file} {reason}.</source>
            <translation>Le nouveau pack ne peut pas être relu : {file} ({reason}).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>Use float16 or float32.</source>
            <translation>Utilisez float16 ou float32.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>{media} cannot be copied: {strerror}.</source>
            <translation>{media} ne peut pas être copié : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/opening.py" />
            <source>Open it with that version, or install it here; nothing of it was changed.</source>
            <translation>Ouvrez-le avec cette version, ou installez-la ici ; rien n’y a été modifié.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/opening.py" />
            <source>Your practice history was written by a newer version of SignMirror.</source>
            <translation>Votre historique d’entraînement a été écrit par une version plus récente de SignMirror.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Allow writing to its folder, or set SIGNMIRROR_DATA_DIR to another one.</source>
            <translation>Autorisez l’écriture dans son dossier, ou indiquez-en un autre dans SIGNMIRROR_DATA_DIR.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Another program is writing to your practice history.</source>
            <translation>Un autre programme écrit dans votre historique d’entraînement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Check that its folder is there and may be written, or set SIGNMIRROR_DATA_DIR to another one.</source>
            <translation>Vérifiez que son dossier existe et que l’écriture y est permise, ou indiquez-en un autre dans SIGNMIRROR_DATA_DIR.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Check the disk, then open SignMirror again.</source>
            <translation>Vérifiez le disque, puis rouvrez SignMirror.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Close SignMirror and open it again: the last good copy is then put back.</source>
            <translation>Fermez SignMirror et rouvrez-le : la dernière bonne copie est alors remise en place.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Close other windows of SignMirror, then try again.</source>
            <translation>Fermez les autres fenêtres de SignMirror, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Make room on the disk; what was kept before is safe.</source>
            <translation>Libérez de la place sur le disque ; ce qui était gardé reste intact.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>The disk did not read or write your practice history.</source>
            <translation>Le disque n’a pas pu lire ou écrire votre historique d’entraînement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>There is no room on the disk for your practice history.</source>
            <translation>Il n’y a plus de place sur le disque pour votre historique d’entraînement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Your practice history cannot be opened.</source>
            <translation>Votre historique d’entraînement ne peut pas être ouvert.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Your practice history is damaged.</source>
            <translation>Votre historique d’entraînement est abîmé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/progress/sqlite_errors.py" />
            <source>Your practice history may not be written.</source>
            <translation>L’écriture dans votre historique d’entraînement n’est pas permise.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/compare.py" />
            <source>The same sign? Give it the same sentence. Otherwise the two will be mixed up.</source>
            <translation>C’est le même signe ? Donnez-lui la même phrase. Sinon, les deux seront confondus.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/compare.py" />
            <source>This is very close to “{sentence}” in {pack}.</source>
            <translation>C’est très proche de « {sentence} » dans {pack}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/compare.py" />
            <source>This take is unlike your other takes of this sentence.</source>
            <translation>Cette prise ne ressemble pas à vos autres prises de cette phrase.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/compare.py" />
            <source>Watch them, and keep the ones that are right.</source>
            <translation>Regardez-les, et gardez celles qui sont justes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>A reference needs to say what it means, who signs, and how it may be used.</source>
            <translation>Une référence doit dire ce qu’elle signifie, qui signe et comment elle peut être utilisée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>A video was recorded although the skeleton alone was chosen.</source>
            <translation>Une vidéo a été enregistrée alors que seul le squelette était choisi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>Discard it and record again.</source>
            <translation>Supprimez-la et enregistrez à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>Please fill in: {missing}.</source>
            <translation>À remplir : {missing}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>consent</source>
            <translation>accord</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>handedness</source>
            <translation>main dominante</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>licence</source>
            <translation>licence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>signer</source>
            <translation>signeur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/own_packs.py" />
            <source>A new pack needs a name.</source>
            <translation>Un nouveau pack a besoin d’un nom.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/own_packs.py" />
            <source>A pack cannot be made in {home}: {strerror}.</source>
            <translation>Impossible de créer un pack dans {home} : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/own_packs.py" />
            <source>Give it one, for example that of the class.</source>
            <translation>Donnez-lui un nom, par exemple celui de la classe.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/waiting_videos.py" />
            <source>Check space and permissions, or keep the skeleton only.</source>
            <translation>Vérifiez la place libre et les droits d’accès, ou gardez seulement le squelette.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/waiting_videos.py" />
            <source>The video cannot be written to {parent}: {strerror}.</source>
            <translation>La vidéo ne peut pas être écrite dans {parent} : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/records.py" />
            <source>A clip is (frames, {feature_dim}), got {shape}.</source>
            <translation>Une séquence est (frames, {feature_dim}), reçu {shape}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/records.py" />
            <source>A landmark frame is ({feature_dim},) float32, got {shape} {dtype}.</source>
            <translation>Une image de points de repère est ({feature_dim},) float32, reçu {shape} {dtype}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/records.py" />
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Extract its features with `signmirror preprocess`.</source>
            <translation>Extrayez ses caractéristiques avec `signmirror preprocess`.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/records.py" />
            <source>Frame {frame_id} has landmarks that are not numbers (NaN or infinite).</source>
            <translation>L’image {frame_id} a des points de repère qui ne sont pas des nombres (NaN ou infini).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/records.py" />
            <source>Record the landmarks again, or convert them with `signmirror preprocess`.</source>
            <translation>Enregistrez à nouveau les points de repère, ou convertissez-les avec `signmirror preprocess`.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/records.py" />
            <source>Record this clip again; the tracker failed on it.</source>
            <translation>Enregistrez à nouveau cette séquence ; le suivi y a échoué.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/library.py" />
            <source>'{pack}' is an export without features: its embeddings cannot be made again.</source>
            <translation>« {pack} » est un export sans caractéristiques : ses empreintes ne peuvent pas être recalculées.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/library.py" />
            <source>'{target}' is a link, which cannot be replaced by a cache.</source>
            <translation>« {target} » est un lien, qu’un cache ne peut pas remplacer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/library.py" />
            <source>Check space and permissions of the pack and of the cache folder.</source>
            <translation>Vérifiez la place libre et les droits d’accès du pack et du dossier de cache.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/library.py" />
            <source>Choose another pack, or the encoder that belongs to it (--model or MODELS_DIR).</source>
            <translation>Choisissez un autre pack, ou l’encodeur qui va avec (--model ou MODELS_DIR).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/library.py" />
            <source>Import its videos or features as a pack.</source>
            <translation>Importez ses vidéos ou ses caractéristiques comme pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/library.py" />
            <source>Remove the link. The folder behind it stays as it is.</source>
            <translation>Supprimez le lien. Le dossier vers lequel il mène reste tel quel.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/library.py" />
            <source>The embeddings of '{pack}' cannot be written: {strerror}.</source>
            <translation>Les empreintes de « {pack} » ne peuvent pas être écrites : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/library.py" />
            <source>The pack '{pack}' holds features of '{contract}', the encoder {encoder} reads '{needed}'.</source>
            <translation>Le pack « {pack} » contient des caractéristiques de « {contract} », l’encodeur {encoder} lit « {needed} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/recogniser.py" />
            <source>A clip without frames cannot be recognised.</source>
            <translation>Une séquence sans images ne peut pas être reconnue.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/recogniser.py" />
            <source>Run `signmirror pack reindex` on the pack.</source>
            <translation>Lancez `signmirror pack reindex` sur le pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/search/recogniser.py" />
            <source>The references are vectors of {columns} numbers, the encoder {encoder} makes {needed}.</source>
            <translation>Les références sont des vecteurs de {columns} nombres, l’encodeur {encoder} en fait de {needed}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <location filename="../../desktop_app/runtime/watchdog.py" />
            <source>Check its cable; it is used again as soon as it returns.</source>
            <translation>Vérifiez son câble ; elle est utilisée à nouveau dès qu’elle revient.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>Close other programs that use it, check that SignMirror may use the camera, or unplug it and plug it in again.</source>
            <translation>Fermez les autres programmes qui l’utilisent, vérifiez que SignMirror peut utiliser la caméra, ou débranchez-la et rebranchez-la.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <location filename="../../desktop_app/engine/sources/images.py" />
            <location filename="../../desktop_app/engine/sources/recording_source.py" />
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>Open it first.</source>
            <translation>Ouvrez-la d’abord.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>Open its shutter, or unplug it and plug it in again.</source>
            <translation>Ouvrez son cache, ou débranchez-la et rebranchez-la.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>Plug it in, or choose another one from the list.</source>
            <translation>Branchez-la, ou choisissez-en une autre dans la liste.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <location filename="../../desktop_app/runtime/watchdog.py" />
            <source>The camera '{camera}' gives no more pictures.</source>
            <translation>La caméra « {camera} » ne donne plus d’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>The camera '{camera}' gives the same picture over and over.</source>
            <translation>La caméra « {camera} » donne toujours la même image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>The camera '{name}' gives no picture.</source>
            <translation>La caméra « {name} » ne donne pas d’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>The camera '{wanted}' is not open.</source>
            <translation>La caméra « {wanted} » n’est pas ouverte.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>There is no camera number {wanted}.</source>
            <translation>Il n’y a pas de caméra numéro {wanted}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Camera {number}</source>
            <translation>Caméra {number}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <source>No camera was found.</source>
            <translation>Aucune caméra n’a été trouvée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <source>Plug it in, or choose another one; found: {names}.</source>
            <translation>Branchez-la, ou choisissez-en une autre ; trouvé : {names}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <source>Plug one in, or open a video or a recording instead.</source>
            <translation>Branchez-en une, ou ouvrez une vidéo ou un enregistrement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <source>There is no camera called '{wanted}'.</source>
            <translation>Il n’y a pas de caméra nommée « {wanted} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/factory.py" />
            <source>'{path}' holds features, not landmarks, and cannot be shown.</source>
            <translation>« {path} » contient des caractéristiques, pas des points de repère, et ne peut pas être montré.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/factory.py" />
            <source>'{spec}' does not exist.</source>
            <translation>« {spec} » n’existe pas.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/factory.py" />
            <source>Give a path, or a camera as camera:0 or camera:NAME.</source>
            <translation>Indiquez un chemin, ou une caméra sous la forme camera:0 ou camera:NAME.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/factory.py" />
            <source>Recognise it with `signmirror recognize`.</source>
            <translation>Reconnaissez-le avec `signmirror recognize`.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/feature_clip.py" />
            <source>Its rows are not in torso units: the torso is not at 0 with scale 1. They are probably raw landmarks; make features of them with `signmirror preprocess`.</source>
            <translation>Ses lignes ne sont pas en unités de torse : le torse n’est pas en 0 avec l’échelle 1. Ce sont probablement des repères bruts ; faites-en des caractéristiques avec `signmirror preprocess`.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>'{path}' is {kind}, not {wanted}.</source>
            <translation>« {path} » est {kind}, et non {wanted}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>Give the video that it was made of, or a .pose or .npz landmark recording.</source>
            <translation>Donnez la vidéo dont il provient, ou un enregistrement de repères .pose ou .npz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>Models are examined with `signmirror inspect`; only ONNX models can be used.</source>
            <translation>Les modèles s’examinent avec `signmirror inspect` ; seuls les modèles ONNX peuvent être utilisés.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>Unpack it first.</source>
            <translation>Décompressez-le d’abord.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>Use a name that ends in .npz.</source>
            <translation>Choisissez un nom qui finit par .npz.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a JSON file</source>
            <translation>un fichier JSON</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a JSON file of landmarks</source>
            <translation>un fichier JSON de repères</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a Keras model</source>
            <translation>un modèle Keras</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a Keras model (HDF5)</source>
            <translation>un modèle Keras (HDF5)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a PDF document</source>
            <translation>un document PDF</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a PyTorch file</source>
            <translation>un fichier PyTorch</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a TensorFlow Lite model</source>
            <translation>un modèle TensorFlow Lite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a feature clip</source>
            <translation>une séquence de caractéristiques</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a landmark recording</source>
            <translation>un enregistrement de points de repère</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a table of key points (CSV)</source>
            <translation>un tableau de points clés (CSV)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a text file</source>
            <translation>un fichier texte</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a video</source>
            <translation>une vidéo</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>a zip archive</source>
            <translation>une archive zip</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>an HDF5 file</source>
            <translation>un fichier HDF5</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/foreign.py" />
            <source>an archive of NumPy arrays</source>
            <translation>une archive de tableaux NumPy</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>'{folder}' cannot be read: {strerror}.</source>
            <translation>« {folder} » ne peut pas être lu : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{path}' cannot be opened: {strerror}.</source>
            <translation>« {path} » ne peut pas être ouvert : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>'{path}' cannot be read as an image.</source>
            <translation>« {path} » ne peut pas être lu comme une image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>'{path}' holds no images.</source>
            <translation>« {path} » ne contient aucune image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>Check that you may open the folder.</source>
            <translation>Vérifiez que vous avez le droit d’ouvrir le dossier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>Check that you may read the file.</source>
            <translation>Vérifiez que vous avez le droit de lire le fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>Choose a folder with JPEG, PNG, BMP, TIFF or WebP images.</source>
            <translation>Choisissez un dossier d’images JPEG, PNG, BMP, TIFF ou WebP.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>Remove it from the folder, or save it again.</source>
            <translation>Retirez-le du dossier, ou enregistrez-le à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>The folder is not open.</source>
            <translation>Le dossier n’est pas ouvert.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{path}' does not exist or is not a file.</source>
            <translation>« {path} » n’existe pas ou n’est pas un fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{path}' holds hands without the body that MediaPipe Holistic finds.</source>
            <translation>« {path} » contient des mains sans le corps que trouve MediaPipe Holistic.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{path}' holds no landmarks of MediaPipe Holistic.</source>
            <translation>« {path} » ne contient pas de points de repère de MediaPipe Holistic.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{path}' is empty, longer than two hours or without coordinates.</source>
            <translation>« {path} » est vide, dure plus de deux heures ou n’a pas de coordonnées.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{path}' is larger than a gigabyte.</source>
            <translation>« {path} » dépasse un gigaoctet.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{path}' is not a .pose file that can be read.</source>
            <translation>« {path} » n’est pas un fichier .pose lisible.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>Convert it again.</source>
            <translation>Convertissez-le à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>Convert the video again with MediaPipe Holistic as its pose estimator.</source>
            <translation>Convertissez la vidéo à nouveau avec MediaPipe Holistic comme estimateur de pose.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Cut it into parts.</source>
            <translation>Coupez-le en plusieurs parties.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>It may be damaged or of an unknown version; convert the video again.</source>
            <translation>Il est peut-être abîmé ou d’une version inconnue ; convertissez la vidéo à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>Letters can be read from it (`signmirror letters`); signs need the body too.</source>
            <translation>On peut y lire des lettres (`signmirror letters`) ; les signes demandent aussi le corps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{path}' has numbers that are not finite.</source>
            <translation>« {path} » a des nombres qui ne sont pas finis.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{path}' has {count} frames, more than two hours.</source>
            <translation>« {path} » a {count} images, plus de deux heures.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{path}' is larger than two hours of landmarks.</source>
            <translation>« {path} » dépasse deux heures de points de repère.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{path}' is no landmark recording of SignMirror.</source>
            <translation>« {path} » n’est pas un enregistrement de points de repère de SignMirror.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{path}' is {shape} of {kind}; a feature clip is (frames, {feature_dim}) of floating point numbers.</source>
            <translation>« {path} » est {shape} de {kind} ; une séquence de caractéristiques est (frames, {feature_dim}) en nombres à virgule flottante.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{path}' was written by another version of SignMirror (format {version}).</source>
            <translation>« {path} » a été écrit par une autre version de SignMirror (format {version}).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>A clip cannot have {fps} frames a second.</source>
            <translation>Une séquence ne peut pas avoir {fps} images par seconde.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>A landmark recording is (frames, {feature_dim}) float32 with at least one frame, got {shape} {dtype}.</source>
            <translation>Un enregistrement de points de repère est (frames, {feature_dim}) float32 avec au moins une image, reçu {shape} {dtype}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>A landmark recording may not be longer than two hours.</source>
            <translation>Un enregistrement de points de repère ne peut pas durer plus de deux heures.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>A picture cannot have the aspect ratio {aspect}.</source>
            <translation>Une image ne peut pas avoir le rapport largeur/hauteur {aspect}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Collections of many clips are read by `signmirror preprocess`.</source>
            <translation>Les recueils de plusieurs séquences se lisent avec `signmirror preprocess`.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Extract its features again; the tracker failed.</source>
            <translation>Extrayez à nouveau ses caractéristiques ; le suivi a échoué.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Give a rate above zero.</source>
            <translation>Indiquez une cadence au-dessus de zéro.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>It may be damaged; record or copy it again.</source>
            <translation>Il est peut-être abîmé ; enregistrez-le ou copiez-le à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Record the landmarks again.</source>
            <translation>Enregistrez à nouveau les points de repère.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Save it again with numpy.save, without objects.</source>
            <translation>Enregistrez-le à nouveau avec numpy.save, sans objets.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>The recording has landmarks far outside of any picture.</source>
            <translation>L’enregistrement a des points de repère bien en dehors de toute image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>The recording has landmarks that are not numbers.</source>
            <translation>L’enregistrement a des points de repère qui ne sont pas des nombres.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>The times of the recording are missing or run backwards.</source>
            <translation>Les temps de l’enregistrement manquent ou reculent.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording_source.py" />
            <source>The recording is not open.</source>
            <translation>L’enregistrement n’est pas ouvert.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{path}' breaks off after {played_s:.1f} of {promised_s:.1f} seconds.</source>
            <translation>« {path} » s’arrête après {played_s:.1f} secondes sur {promised_s:.1f}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <location filename="../../desktop_app/engine/sources/video_decoders.py" />
            <source>'{path}' holds no picture that can be read.</source>
            <translation>« {path} » ne contient aucune image lisible.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{path}' is empty.</source>
            <translation>« {path} » est vide.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{path}' is not a file.</source>
            <translation>« {path} » n’est pas un fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>Choose a video file.</source>
            <translation>Choisissez un fichier vidéo.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>Copy or record it again.</source>
            <translation>Copiez-le ou enregistrez-le à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>The file is damaged or was not copied completely; copy or record it again.</source>
            <translation>Le fichier est abîmé ou n’a pas été copié en entier ; copiez-le ou enregistrez-le à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <location filename="../../desktop_app/engine/sources/video_decoders.py" />
            <source>The file is damaged; copy or record it again.</source>
            <translation>Le fichier est abîmé ; copiez-le ou enregistrez-le à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>The video is not open.</source>
            <translation>La vidéo n’est pas ouverte.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video_decoders.py" />
            <source>'{path}' cannot be read as a video.</source>
            <translation>« {path} » ne peut pas être lu comme une vidéo.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video_decoders.py" />
            <source>'{path}' is coded in {codec}, which cannot be decoded here.</source>
            <translation>« {path} » est encodé en {codec}, qui ne peut pas être décodé ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video_decoders.py" />
            <source>Convert it to MP4 (H.264) in a video program, or record it again in H.264.</source>
            <translation>Convertissez-le en MP4 (H.264) dans un logiciel vidéo, ou enregistrez-le de nouveau en H.264.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video_decoders.py" />
            <source>Convert it to MP4 (H.264) in a video program; its pictures are then of one size.</source>
            <translation>Convertissez-la en MP4 (H.264) dans un logiciel vidéo ; ses images ont alors une seule taille.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video_decoders.py" />
            <source>It may be damaged or of an unknown kind; convert it to MP4 (H.264) and try again.</source>
            <translation>Il est peut-être abîmé ou d’un type inconnu ; convertissez-le en MP4 (H.264) et réessayez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video_decoders.py" />
            <source>The pictures of this video change their size, which cannot be decoded here.</source>
            <translation>Les images de cette vidéo changent de taille, ce qui ne peut pas être décodé ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tables.py" />
            <source>Add a header and rows.</source>
            <translation>Ajoutez un en-tête et des lignes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tables.py" />
            <source>Check the quotation marks in this line, or save the table again as CSV.</source>
            <translation>Vérifiez les guillemets de cette ligne, ou enregistrez de nouveau le tableau au format CSV.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tables.py" />
            <source>{table} is an Excel table, which needs the package openpyxl.</source>
            <translation>{table} est un tableau Excel, qui demande le paquet openpyxl.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tables.py" />
            <source>{table} is empty.</source>
            <translation>{table} est vide.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tables.py" />
            <source>{table}, line {line} cannot be read as a row.</source>
            <translation>{table}, la ligne {line} ne peut pas être lue.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Begin and end with your hands down, or set the ends by hand.</source>
            <translation>Commencez et finissez les mains en bas, ou placez les limites à la main.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Face the camera and keep both shoulders in the picture.</source>
            <translation>Mettez-vous face à la caméra et gardez les deux épaules dans l’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Hands are seen in only {share:.0%} of it.</source>
            <translation>On ne voit les mains que dans {share:.0%} de l’essai.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>No rest before and after the sign was seen.</source>
            <translation>On n’a pas vu de repos avant et après le signe.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Nothing was recorded in this piece.</source>
            <translation>Rien n’a été enregistré dans ce passage.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Raise your hands into the picture. More light and a plain background help.</source>
            <translation>Levez les mains dans l’image. Plus de lumière et un fond uni aident.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Sign more slowly, or pull the ends apart if some of it is cut off.</source>
            <translation>Signez plus lentement, ou écartez les limites si une partie est coupée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Sit or stand still, a step further from the camera.</source>
            <translation>Restez immobile, assis ou debout, un pas plus loin de la caméra.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Stay in the middle of the picture.</source>
            <translation>Restez au milieu de l’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Step back a little, or move the camera, until your hands stay in the picture.</source>
            <translation>Reculez un peu, ou déplacez la caméra, jusqu’à ce que vos mains restent dans l’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>The picture is too dark.</source>
            <translation>L’image est trop sombre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>The sign lasts only {seconds:.1f} s.</source>
            <translation>Le signe ne dure que {seconds:.1f} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Turn on a light in front of you.</source>
            <translation>Allumez une lumière devant vous.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>You are seen in only {share:.0%} of it.</source>
            <translation>On ne vous voit que dans {share:.0%} de l’essai.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Your hips are not followed steadily.</source>
            <translation>Vos hanches ne sont pas bien suivies.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Your shoulders are not followed steadily.</source>
            <translation>Vos épaules ne sont pas bien suivies.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>Your {hand} hand leaves the picture {edge} at {time:.1f} s.</source>
            <translation>Votre main {hand} sort de l’image {edge} à {time:.1f} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>at the bottom</source>
            <translation>en bas</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>at the top</source>
            <translation>en haut</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>left</source>
            <translation>gauche</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>on your left</source>
            <translation>à votre gauche</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>on your right</source>
            <translation>à votre droite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/quality.py" />
            <source>right</source>
            <translation>droite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/take.py" />
            <location filename="../../desktop_app/engine/tracking/offline.py" />
            <source>Nothing was recorded.</source>
            <translation>Rien n’a été enregistré.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/take.py" />
            <location filename="../../desktop_app/engine/takes/video.py" />
            <location filename="../../desktop_app/engine/tracking/offline.py" />
            <location filename="../../desktop_app/runtime/take_recorder.py" />
            <source>Record the take again.</source>
            <translation>Enregistrez la prise à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/trim.py" />
            <source>This piece of the recording holds no frame.</source>
            <translation>Ce passage de l’enregistrement ne contient aucune image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/video.py" />
            <source>Check space and permissions.</source>
            <translation>Vérifiez la place libre et les droits d’accès.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/video.py" />
            <source>Keep the skeleton only: the landmarks are enough to recognise and to show the sign.</source>
            <translation>Gardez seulement le squelette : les points de repère suffisent pour reconnaître et montrer le signe.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/video.py" />
            <source>No picture was recorded.</source>
            <translation>Aucune image n’a été enregistrée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/video.py" />
            <source>The camera changed its picture size.</source>
            <translation>La caméra a changé la taille de ses images.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/video.py" />
            <source>The video cannot be written to {parent}.</source>
            <translation>La vidéo ne peut pas être écrite dans {parent}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/video.py" />
            <source>The video cannot be written.</source>
            <translation>La vidéo ne peut pas être écrite.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/takes/video.py" />
            <source>This computer has no encoder for H.264 video.</source>
            <translation>Cet ordinateur n’a pas d’encodeur pour la vidéo H.264.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/text_encoding.py" />
            <source>Save it again as CSV in UTF-8.</source>
            <translation>Enregistrez-le de nouveau au format CSV en UTF-8.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/text_encoding.py" />
            <source>{file} is not in UTF-8 and is read as {encoding}. If accented letters look wrong, save it in UTF-8.</source>
            <translation>{file} n’est pas en UTF-8 et est lu comme {encoding}. Si des lettres accentuées sont fausses, enregistrez-le en UTF-8.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/text_encoding.py" />
            <source>{table} cannot be read as a table.</source>
            <translation>{table} ne peut pas être lu comme un tableau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/text_encoding.py" />
            <source>{table} cannot be read: {strerror}.</source>
            <translation>{table} ne peut pas être lu : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/text_encoding.py" />
            <source>{table}, line {line} has characters that are neither UTF-8 nor Windows-1252.</source>
            <translation>{table}, la ligne {line} a des caractères qui ne sont ni en UTF-8 ni en Windows-1252.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>'thresholds' in model_config.json is not a table of names and numbers.</source>
            <translation>« thresholds » dans model_config.json n’est pas un tableau de noms et de nombres.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>'{key}' in {file}</source>
            <translation>« {key} » dans {file}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Export the model again, or repair the file.</source>
            <translation>Exportez à nouveau le modèle, ou réparez le fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Set it to {feature_dim} or remove it.</source>
            <translation>Mettez-le à {feature_dim} ou retirez-le.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>The environment variable {variable}</source>
            <translation>La variable d’environnement {variable}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Use a number from {low:g} to {high:g}.</source>
            <translation>Utilisez un nombre de {low:g} à {high:g}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Use a whole number from {low} to {high}.</source>
            <translation>Utilisez un nombre entier de {low} à {high}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Use one of {methods}.</source>
            <translation>Utilisez une de ces valeurs : {methods}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Use true or false.</source>
            <translation>Utilisez true (vrai) ou false (faux).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>{origin} is '{value}', but a frame has {feature_dim} numbers.</source>
            <translation>{origin} vaut « {value} », mais une image a {feature_dim} nombres.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>{origin} is '{value}', which is neither true nor false.</source>
            <translation>{origin} vaut « {value} », ce qui n’est ni vrai ni faux.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>{origin} is '{value}'.</source>
            <translation>{origin} vaut « {value} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>A landmark clip holds numbers, this one {dtype}.</source>
            <translation>Une séquence de points de repère contient des nombres, celle-ci : {dtype}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>A landmark clip is (frames, {feature_dim}), this one is {shape}.</source>
            <translation>Une séquence de points de repère est (frames, {feature_dim}), celle-ci est {shape}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>A recording cannot have {fps} frames a second.</source>
            <translation>Un enregistrement ne peut pas avoir {fps} images par seconde.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>Check the frame size.</source>
            <translation>Vérifiez la taille des images.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>Extract it again.</source>
            <translation>Extrayez-le à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>Extract the landmarks again with `signmirror preprocess`.</source>
            <translation>Extrayez à nouveau les points de repère avec `signmirror preprocess`.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>Give the rate with --fps.</source>
            <translation>Indiquez la cadence avec --fps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>Replace missing parts by zeros, or extract the landmarks again.</source>
            <translation>Remplacez les parties manquantes par des zéros, ou extrayez à nouveau les points de repère.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>The feature contract '{name}' is not known; this program knows {contracts}.</source>
            <translation>Le format de caractéristiques « {name} » est inconnu ; ce programme connaît {contracts}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>The landmarks hold values that are not numbers (NaN or infinite).</source>
            <translation>Les points de repère contiennent des valeurs qui ne sont pas des nombres (NaN ou infini).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/features.py" />
            <source>Update SignMirror, or export the model again with one of these contracts.</source>
            <translation>Mettez SignMirror à jour, ou exportez à nouveau le modèle avec un de ces formats.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/holistic.py" />
            <source>It was left out.</source>
            <translation>Il a été laissé de côté.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/holistic.py" />
            <source>The tracker failed on a picture.</source>
            <translation>Le suivi a échoué sur une image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/offline.py" />
            <source>'{path}' ends after {film_s:.1f} s, and this part of it after {end_s:.1f} s.</source>
            <translation>« {path} » finit après {film_s:.1f} s, et cet extrait après {end_s:.1f} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/offline.py" />
            <source>Check the times, and that they belong to this film.</source>
            <translation>Vérifiez les temps, et qu’ils appartiennent à ce film.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/offline.py" />
            <source>Choose another file.</source>
            <translation>Choisissez un autre fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/offline.py" />
            <source>It has {fps:.1f} frames a second; signs need at least {least:.0f}, better 15 or more.</source>
            <translation>Il a {fps:.1f} images par seconde ; les signes en demandent au moins {least:.0f}, mieux 15 ou plus.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/offline.py" />
            <source>{name} holds no frame.</source>
            <translation>{name} ne contient aucune image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/segment.py" />
            <source>Set the start threshold higher than the end threshold.</source>
            <translation>Réglez le seuil de début plus haut que le seuil de fin.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/segment.py" />
            <source>The end speed {end_speed} must lie between 0 and the start speed {start_speed}.</source>
            <translation>La vitesse de fin {end_speed} doit être entre 0 et la vitesse de début {start_speed}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/window.py" />
            <source>Use for example 32, 64 and 96 rows.</source>
            <translation>Utilisez par exemple 32, 64 et 96 lignes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/tracking/window.py" />
            <source>Window lengths must rise: {first_rows}, {min_rows}, {max_rows} rows.</source>
            <translation>Les longueurs de fenêtre doivent augmenter : {first_rows}, {min_rows}, {max_rows} lignes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/errors.py" />
            <source>'{path}' cannot be used: {reason}.</source>
            <translation>« {path} » ne peut pas être utilisé : {reason}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/errors.py" />
            <source>A file or folder cannot be used: {reason}.</source>
            <translation>Un fichier ou un dossier ne peut pas être utilisé : {reason}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/errors.py" />
            <source>Check the disk and the path, then try again.</source>
            <translation>Vérifiez le disque et le chemin, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/errors.py" />
            <source>Check the permissions, or choose another place.</source>
            <translation>Vérifiez les droits d’accès, ou choisissez un autre endroit.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/errors.py" />
            <source>Choose a shorter name.</source>
            <translation>Choisissez un nom plus court.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/errors.py" />
            <source>Make room on the disk, or choose a folder on another one.</source>
            <translation>Libérez de la place sur le disque, ou choisissez un dossier sur un autre disque.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/pipeline.py" />
            <source>The live view cannot take this command now.</source>
            <translation>La vue Direct ne peut pas faire cela maintenant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/pipeline.py" />
            <source>The live view has not ended yet ({alive}).</source>
            <translation>La vue Direct n’est pas encore arrêtée ({alive}).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/pipeline.py" />
            <location filename="../../desktop_app/ui/kit/relay.py" />
            <source>Try again in a moment.</source>
            <translation>Réessayez dans un instant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/pipeline.py" />
            <location filename="../../desktop_app/runtime/worker.py" />
            <source>Wait a moment and try again; if it does not help, restart SignMirror.</source>
            <translation>Attendez un instant et réessayez ; si cela n’aide pas, redémarrez SignMirror.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/take_recorder.py" />
            <source>The camera or file was lost during the take.</source>
            <translation>La caméra ou le fichier a été perdu pendant la prise.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/watchdog.py" />
            <source>Close other programs that use the camera, or unplug it and plug it in again.</source>
            <translation>Fermez les autres programmes qui utilisent la caméra, ou débranchez-la et rebranchez-la.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/watchdog.py" />
            <source>The source did not open within {open_s:.0f} seconds.</source>
            <translation>La source ne s’est pas ouverte en {open_s:.0f} secondes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/worker.py" />
            <source>Restart SignMirror; if it happens again, send us the log.</source>
            <translation>Redémarrez SignMirror ; si cela se répète, envoyez-nous le journal.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/worker.py" />
            <source>The part '{name}' of the program has not ended yet.</source>
            <translation>La partie « {name} » du programme n’est pas encore arrêtée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/runtime/worker.py" />
            <source>The part '{worker}' of the program has failed: {kind}: {error}</source>
            <translation>La partie « {worker} » du programme a échoué : {kind} : {error}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings.py" />
            <source>answers</source>
            <translation>réponses</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings.py" />
            <source>level</source>
            <translation>niveau</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings.py" />
            <source>s</source>
            <translation>s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings.py" />
            <source>similarity</source>
            <translation>similarité</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings.py" />
            <source>takes</source>
            <translation>prises</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings.py" />
            <source>torso units a frame</source>
            <translation>unités de torse par image</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>Choose another value.</source>
            <translation>Choisissez une autre valeur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>Settings cannot be saved in {folder} ({why}).</source>
            <translation>Les réglages ne peuvent pas être enregistrés dans {folder} ({why}).</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>Start SignMirror without it to change it here.</source>
            <translation>Démarrez SignMirror sans cela pour le changer ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>The settings could not be read ({why}). The defaults are used.</source>
            <translation>Les réglages n’ont pas pu être lus ({why}). Les valeurs par défaut sont utilisées.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>The settings could not be read ({why}). They were kept as {file}; the defaults are used.</source>
            <translation>Les réglages n’ont pas pu être lus ({why}). Ils ont été gardés sous {file} ; les valeurs par défaut sont utilisées.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>The settings could not be read ({why}). They were kept as {file}; the others are used.</source>
            <translation>Les réglages n’ont pas pu être lus ({why}). Ils ont été gardés sous {file} ; les autres sont utilisés.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>They apply until you close SignMirror.</source>
            <translation>Elles s’appliquent jusqu’à la fermeture de SignMirror.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <location filename="../../desktop_app/ui/settings/view.py" />
            <source>a command-line flag</source>
            <translation>une option de la ligne de commande</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>a number in it has more than 64 bits</source>
            <translation>un nombre y dépasse 64 bits</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>it is of version {version}, this program knows {known}</source>
            <translation>version {version}, ce programme connaît la version {known}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>its values are nested too deeply</source>
            <translation>ses valeurs sont imbriquées trop profondément</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>the environment</source>
            <translation>l’environnement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>{key} is set by {where}.</source>
            <translation>{key} est fixé par {where}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>{names} must be a table</source>
            <translation>{names} doit être une table</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>is {value:g}; it may be {low:g} to {high:g} {unit}</source>
            <translation>vaut {value:g} ; valeurs permises : {low:g} à {high:g} {unit}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>is {value}; it may be {choices}</source>
            <translation>vaut {value} ; valeurs permises : {choices}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>is {value}; it may be {choices} (did you mean {nearest}?)</source>
            <translation>vaut {value} ; valeurs permises : {choices} (vouliez-vous dire {nearest} ?)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>must be a list of texts, not {value}</source>
            <translation>doit être une liste de textes, pas {value}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>must be a number, not {value}</source>
            <translation>doit être un nombre, pas {value}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>must be a text, not {value}</source>
            <translation>doit être un texte, pas {value}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>must be a whole number, not {value}</source>
            <translation>doit être un nombre entier, pas {value}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>must be true or false, not {value}</source>
            <translation>doit être true ou false, pas {value}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>{name} is not a setting.</source>
            <translation>{name} n’est pas un réglage.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/settings_layers.py" />
            <source>{name} is not a setting; did you mean {nearest}?</source>
            <translation>{name} n’est pas un réglage ; vouliez-vous dire {nearest} ?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Camera lost</source>
            <translation>Caméra perdue</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Choose a camera, a video or the sample.</source>
            <translation>Choisissez une caméra, une vidéo ou l’exemple.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Collecting frames {count}/{needed}</source>
            <translation>Images réunies : {count}/{needed}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Compare with the reference, keep both hands in the picture, or open another pack.</source>
            <translation>Comparez avec la référence, gardez les deux mains dans l’image, ou ouvrez un autre pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <location filename="../../desktop_app/ui/practice/words.py" />
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Getting ready</source>
            <translation>Préparation</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>No person in the picture</source>
            <translation>On ne voit personne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>No picture</source>
            <translation>Pas d’image</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>No picture yet</source>
            <translation>Pas encore d’image</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>No sign is close enough</source>
            <translation>Aucun signe n’est assez proche</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Not recognised</source>
            <translation>Non reconnu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Not sure: the two best are close</source>
            <translation>Pas sûr : les deux meilleures réponses sont proches</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Nothing in the open packs is similar enough to this sign.</source>
            <translation>Rien dans les packs ouverts ne ressemble assez à ce signe.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>One recording of the sign fits, its other recordings do not.</source>
            <translation>Un enregistrement du signe correspond, ses autres enregistrements non.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>One recording of “{name}” fits, its other recordings do not.</source>
            <translation>Un enregistrement de « {name} » correspond, ses autres enregistrements non.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Opening {name}</source>
            <translation>Ouverture de {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Paused</source>
            <translation>En pause</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Press P to go on.</source>
            <translation>Appuyez sur P pour continuer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Raise them into the picture.</source>
            <translation>Levez-les dans l’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Ready</source>
            <translation>Prêt</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Recognised: {sentence}</source>
            <translation>Reconnu : {sentence}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Show your hands</source>
            <translation>Montrez vos mains</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Sign it once more, larger and slower, or pick the right one from the list.</source>
            <translation>Signez encore une fois, plus grand et plus lentement, ou choisissez le bon dans la liste.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Sign it once more.</source>
            <translation>Signez encore une fois.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Sign with your hands in the picture, at your usual size and speed.</source>
            <translation>Signez avec les mains dans l’image, à votre taille et à votre vitesse habituelles.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Sign, then rest your hands.</source>
            <translation>Signez, puis reposez vos mains.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Signing</source>
            <translation>En train de signer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Sit so that head, shoulders and hands can be seen.</source>
            <translation>Placez-vous de sorte qu’on voie la tête, les épaules et les mains.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>That was not a whole sign</source>
            <translation>Ce n’était pas un signe entier</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>The answer was not certain enough.</source>
            <translation>La réponse n’était pas assez sûre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>The hands hardly moved, so nothing was searched for.</source>
            <translation>Les mains n’ont presque pas bougé : rien n’a été cherché.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>The model is being loaded.</source>
            <translation>Le modèle est en cours de chargement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <location filename="../../desktop_app/ui/practice/controller.py" />
            <source>The model is still being loaded.</source>
            <translation>Le modèle est encore en cours de chargement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>The recording has ended</source>
            <translation>L’enregistrement est terminé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>The recordings do not agree</source>
            <translation>Les enregistrements ne concordent pas</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Too little movement</source>
            <translation>Pas assez de mouvement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Try again. If this is your region's form, it needs a reference of its own.</source>
            <translation>Réessayez. Si c’est la forme de votre région, il lui faut sa propre référence.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Two signs fit almost equally well.</source>
            <translation>Deux signes correspondent presque autant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>Waiting for it to come back.</source>
            <translation>On attend son retour.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>the camera</source>
            <translation>la caméra</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline.py" />
            <source>“{first}” and “{second}” fit almost equally well.</source>
            <translation>« {first} » et « {second} » correspondent presque autant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/headline_bar.py" />
            <location filename="../../desktop_app/ui/settings/share_state.py" />
            <source>Starting</source>
            <translation>Démarrage</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>All files</source>
            <translation>Tous les fichiers</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>All packs</source>
            <translation>Tous les packs</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Built-in sample</source>
            <translation>Exemple intégré</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>From the start</source>
            <translation>Depuis le début</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <location filename="../../desktop_app/ui/kit/banners.py" />
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>Go on</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Mirror the picture</source>
            <translation>Image en miroir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>No camera</source>
            <translation>Pas de caméra</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Open a folder of images</source>
            <translation>Ouvrir un dossier d’images</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Open a folder of images…</source>
            <translation>Ouvrir un dossier d’images…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Open a video or recording</source>
            <translation>Ouvrir une vidéo ou un enregistrement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Open a video or recording…</source>
            <translation>Ouvrir une vidéo ou un enregistrement…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Packs that are searched</source>
            <translation>Packs où chercher</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <location filename="../../desktop_app/ui/player/controls.py" />
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Pause or go on</source>
            <translation>Pause ou reprise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Play the file from the start</source>
            <translation>Lire le fichier depuis le début</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Show what is tracked</source>
            <translation>Afficher le tracé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Source of the picture</source>
            <translation>Source de l’image</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/source_bar.py" />
            <source>Videos and landmark recordings</source>
            <translation>Vidéos et enregistrements de points de repère</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/take_video.py" />
            <source>Recording {seconds:.1f} s</source>
            <translation>Enregistrement {seconds:.1f} s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/camera/video_view.py" />
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/feed.py" />
            <source>Choose the source again; if it does not help, restart SignMirror.</source>
            <translation>Choisissez à nouveau la source ; si cela n’aide pas, redémarrez SignMirror.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/feed.py" />
            <source>Put a list with one name for each class beside the model.</source>
            <translation>Placez à côté du modèle une liste avec un nom pour chaque classe.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/figure/landmark_overlay.py" />
            <source>L</source>
            <translation>G</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/figure/landmark_overlay.py" />
            <source>R</source>
            <translation>D</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/help_dialog.py" />
            <source>Keys</source>
            <translation>Touches</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/banners.py" />
            <source>Close this message</source>
            <translation>Fermer ce message</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/banners.py" />
            <source>Forget it</source>
            <translation>Abandonner</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/banners.py" />
            <source>Open a video</source>
            <translation>Ouvrir une vidéo</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/banners.py" />
            <source>Play the sample</source>
            <translation>Lire l’exemple</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/banners.py" />
            <source>Show why</source>
            <translation>Montrer pourquoi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/banners.py" />
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/banners.py" />
            <location filename="../../desktop_app/ui/library/panels.py" />
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/dialogs.py" />
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Cancel</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/dialogs.py" />
            <source>{name}: less</source>
            <translation>{name} : moins</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/dialogs.py" />
            <source>{name}: more</source>
            <translation>{name} : plus</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/licences.py" />
            <source>Another licence…</source>
            <translation>Autre licence…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/licences.py" />
            <source>Anybody, with my name (CC BY 4.0)</source>
            <translation>Tout le monde, avec mon nom (CC BY 4.0)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/licences.py" />
            <source>Anybody, with my name, passed on alike (CC BY-SA 4.0)</source>
            <translation>Tout le monde, avec mon nom, même licence (CC BY-SA 4.0)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/licences.py" />
            <source>Anybody, without conditions (CC0)</source>
            <translation>Tout le monde, sans conditions (CC0)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/licences.py" />
            <source>Only for this class</source>
            <translation>Cette classe seulement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/relay.py" />
            <source>No change was left half done. Try again; if it happens again, send us the log.</source>
            <translation>Aucun changement n’est resté à moitié fait. Réessayez ; si cela se reproduit, envoyez-nous le journal.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/kit/relay.py" />
            <source>Too many tasks are waiting.</source>
            <translation>Trop de tâches attendent.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/controller.py" />
            <source>Changed.</source>
            <translation>Modifié.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/controller.py" />
            <source>Deleted references: {count}</source>
            <translation>Références supprimées : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/controller.py" />
            <source>Deleted: {name}</source>
            <translation>Supprimé : {name}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/controller.py" />
            <source>Preparing references for this model: {done} of {total}.</source>
            <translation>Préparation des références pour ce modèle : {done} sur {total}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/controller.py" />
            <source>Redone.</source>
            <translation>Rétabli.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/controller.py" />
            <source>This is done once.</source>
            <translation>Cela ne se fait qu’une fois.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/controller.py" />
            <source>Undone.</source>
            <translation>Annulé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/details.py" />
            <source>About this reference</source>
            <translation>À propos de cette référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Attribution</source>
            <translation>Attribution</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Both</source>
            <translation>Les deux</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <location filename="../../desktop_app/ui/library/import_table.py" />
            <location filename="../../desktop_app/ui/library/panels.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Category</source>
            <translation>Catégorie</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <location filename="../../desktop_app/ui/library/offer.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Consent</source>
            <translation>Consentement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>Different</source>
            <translation>Différents</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/panels.py" />
            <source>Edit</source>
            <translation>Modifier</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>Ghanaian Sign Language</source>
            <translation>Langue des signes ghanéenne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>Give the pack a name.</source>
            <translation>Donnez un nom au pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>Hand</source>
            <translation>Main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Language of signs</source>
            <translation>Langue des signes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/recording/form.py" />
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Left</source>
            <translation>Gauche</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <location filename="../../desktop_app/ui/library/offer.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>Make it</source>
            <translation>Créer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>My class</source>
            <translation>Ma classe</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>New pack</source>
            <translation>Nouveau pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Not said</source>
            <translation>Non précisé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>Properties of the pack</source>
            <translation>Propriétés du pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>References: {count}. What you leave as it is stays different.</source>
            <translation>Références : {count}. Ce que vous ne changez pas reste différent.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/recording/form.py" />
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Right</source>
            <translation>Droite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>Save</source>
            <translation>Sauvegarder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/import_table.py" />
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Sentence</source>
            <translation>Phrase</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Signer</source>
            <translation>Personne qui signe</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Source</source>
            <translation>Source</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/import_table.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Variant</source>
            <translation>Variante</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>What the people in it have agreed to</source>
            <translation>Ce que les personnes montrées ont accepté</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/dialogs.py" />
            <source>Whom to name, one a line</source>
            <translation>Qui citer, un nom par ligne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>A folder of videos or .pose recordings, a table with the columns file and sentence, or a film with ELAN annotations or subtitles. Without a table, names become the sentences: good_morning-2.mp4, or a folder good_morning, is “good morning”.</source>
            <translation>Un dossier de vidéos ou d’enregistrements .pose, un tableau avec les colonnes fichier et phrase, ou un film avec des annotations ELAN ou des sous-titres. Sans tableau, les noms deviennent les phrases : good_morning-2.mp4, ou un dossier good_morning, devient « good morning ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Choose a folder of videos or recordings</source>
            <translation>Choisir un dossier de vidéos ou d’enregistrements</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Choose a folder or table first, and tick what is to be imported.</source>
            <translation>Choisissez d’abord un dossier ou un tableau, et cochez ce qu’il faut importer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Choose a folder…</source>
            <translation>Choisir un dossier…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Choose a table or clip</source>
            <translation>Choisir un tableau ou un fichier</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Choose a table or clip…</source>
            <translation>Choisir un tableau ou un fichier…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Chosen: {chosen} of {total}. Double-click a label to change it.</source>
            <translation>Choisis : {chosen} sur {total}. Double-cliquez sur un texte pour le changer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Cut to the moving part</source>
            <translation>Couper au passage en mouvement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Files that were not imported</source>
            <translation>Fichiers non importés</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Files to import</source>
            <translation>Fichiers à importer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Fix them and import again: what is already in the pack is not read twice.</source>
            <translation>Corrigez-les et importez à nouveau : ce qui est déjà dans le pack n’est pas relu.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <location filename="../../desktop_app/ui/recording/values.py" />
            <source>Give the new pack a name.</source>
            <translation>Donnez un nom au nouveau pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Import</source>
            <translation>Importer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Import videos or recordings</source>
            <translation>Importer des vidéos ou des enregistrements</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Into the pack</source>
            <translation>Dans le pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Keep the videos</source>
            <translation>Garder les vidéos</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Name of the new pack</source>
            <translation>Nom du nouveau pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <location filename="../../desktop_app/ui/library/view.py" />
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>New pack…</source>
            <translation>Nouveau pack…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Nothing is chosen yet.</source>
            <translation>Rien n’est encore choisi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Off: skeletons only, no picture of a person is kept.</source>
            <translation>Désactivé : squelettes seulement, aucune image de personne n’est gardée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Pause the camera meanwhile</source>
            <translation>Mettre la caméra en pause pendant ce temps</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Reading videos needs the processor: the live picture would stutter.</source>
            <translation>Lire des vidéos occupe le processeur : l’image en direct serait saccadée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Save as CSV</source>
            <translation>Enregistrer en CSV</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Save as CSV…</source>
            <translation>Enregistrer en CSV…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Tables, videos and recordings</source>
            <translation>Tableaux, vidéos et enregistrements</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>These annotations have no times and are skipped: {names}.</source>
            <translation>Ces annotations n’ont pas de temps et sont ignorées : {names}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>These files are skipped: {names}.</source>
            <translation>Ces fichiers sont ignorés : {names}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Tier</source>
            <translation>Acteur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>Videos show people: say what they agreed to, or keep the skeletons only.</source>
            <translation>Les vidéos montrent des personnes : dites ce qu’elles ont accepté, ou gardez les squelettes seulement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>What was not imported</source>
            <translation>Ce qui n’a pas été importé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_dialog.py" />
            <source>{names} and {count} more</source>
            <translation>{names} et {count} autres</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_table.py" />
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>File</source>
            <translation>Fichier</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/import_table.py" />
            <location filename="../../desktop_app/ui/live/view.py" />
            <source>Why</source>
            <translation>Pourquoi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/imports.py" />
            <source>An import into “{pack}” was not finished.</source>
            <translation>Une importation dans « {pack} » n’est pas terminée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/imports.py" />
            <source>Going on does not read again what was done.</source>
            <translation>Si vous continuez, ce qui est déjà fait n’est pas relu.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/imports.py" />
            <source>Imported: {added}. In the pack already: {known}. Not imported: {refused}.</source>
            <translation>Importés : {added}. Déjà dans le pack : {known}. Non importés : {refused}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/imports.py" />
            <source>Importing</source>
            <translation>Importation</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/imports.py" />
            <source>Importing. The picture is paused meanwhile.</source>
            <translation>Importation en cours. L’image est en pause pendant ce temps.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/imports.py" />
            <source>The import was stopped.</source>
            <translation>L’importation a été arrêtée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/long_tasks.py" />
            <source>Something else is being done with packs.</source>
            <translation>Une autre opération sur les packs est en cours.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/long_tasks.py" />
            <source>Wait until it is done, or stop it.</source>
            <translation>Attendez la fin, ou arrêtez-la.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/long_tasks.py" />
            <source>file {done} of {total}</source>
            <translation>fichier {done} sur {total}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/model.py" />
            <source>closed</source>
            <translation>fermé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/model.py" />
            <source>open</source>
            <translation>ouvert</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Holds</source>
            <translation>Contient</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Install</source>
            <translation>Installer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Install beside it</source>
            <translation>Installer à côté</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>More to name</source>
            <translation>Autres noms à citer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>None is given: ask before you pass it on.</source>
            <translation>Aucune indiquée : demandez avant de transmettre le pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>None: skeletons only</source>
            <translation>Aucune : squelettes seulement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Pictures of people</source>
            <translation>Images de personnes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Replace it</source>
            <translation>Remplacer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Sentences: {sentences}, takes: {clips}</source>
            <translation>Phrases : {sentences}, prises : {clips}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Signers</source>
            <translation>Personnes qui signent</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>Videos: {count}</source>
            <translation>Vidéos : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>What the pack holds</source>
            <translation>Ce que contient le pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/offer.py" />
            <source>You have a pack of this name (version {version}, {clips} references). Replacing it takes away what you changed in it.</source>
            <translation>Vous avez un pack de ce nom (version {version}, références : {clips}). Si vous le remplacez, vos changements sont perdus.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/open_packs.py" />
            <source>One pack must stay open.</source>
            <translation>Un pack doit rester ouvert.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/open_packs.py" />
            <source>Start it without --pack to choose here.</source>
            <translation>Démarrez-le sans --pack pour choisir ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/open_packs.py" />
            <source>The open packs were chosen when SignMirror was started.</source>
            <translation>Les packs ouverts ont été choisis au démarrage de SignMirror.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/open_packs.py" />
            <source>Tick another one first.</source>
            <translation>Cochez-en d’abord un autre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <source>All categories</source>
            <translation>Toutes les catégories</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <source>All open packs</source>
            <translation>Tous les packs ouverts</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Delete</source>
            <translation>Supprimer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Find a sentence</source>
            <translation>Chercher une phrase</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <source>No sentence is like that. Try fewer letters, or another category.</source>
            <translation>Aucune phrase trouvée. Essayez moins de lettres, ou une autre catégorie.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Pack</source>
            <translation>Pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Packs</source>
            <translation>Packs</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <source>Redo</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <location filename="../../desktop_app/ui/library/view.py" />
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Sentences</source>
            <translation>Phrases</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <source>Sentences: {total}</source>
            <translation>Phrases : {total}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <source>Space opens or closes a pack for recognition.</source>
            <translation>Espace ouvre ou ferme un pack pour la reconnaissance.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/panels.py" />
            <source>{shown} of {total}</source>
            <translation>{shown} sur {total}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/tasks.py" />
            <source>Choose another place.</source>
            <translation>Choisissez un autre endroit.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/tasks.py" />
            <source>Close it first, then try again.</source>
            <translation>Fermez-le d’abord, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/tasks.py" />
            <source>It can be closed instead.</source>
            <translation>Il peut être fermé à la place.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/tasks.py" />
            <source>The pack '{pack}' cannot be removed: {strerror}.</source>
            <translation>Le pack « {pack} » ne peut pas être supprimé : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/tasks.py" />
            <source>This pack ships with the program and stays.</source>
            <translation>Ce pack est fourni avec le programme et reste.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/tasks.py" />
            <source>{path} cannot be written: {strerror}.</source>
            <translation>{path} ne peut pas être écrit : {strerror}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>A pack was not prepared and is not searched.</source>
            <translation>Un pack n’a pas été préparé : on n’y cherche rien.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Checking “{name}”</source>
            <translation>Vérification de « {name} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Choose a place…</source>
            <translation>Choisir un endroit…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Damaged files: {count}.</source>
            <translation>Fichiers abîmés : {count}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Export a pack</source>
            <translation>Exporter un pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Export “{name}”</source>
            <translation>Exporter « {name} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Exported: {file}, {size}.</source>
            <translation>Exporté : {file}, {size}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Exporting</source>
            <translation>Exportation</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Fetch the pack again from where it came from, or undo what was done to its files.</source>
            <translation>Reprenez le pack là d’où il vient, ou annulez ce qui a été fait à ses fichiers.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Installing “{name}”</source>
            <translation>Installation de « {name} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>It holds videos of people: {count}. Export them only where they agreed.</source>
            <translation>Vidéos de personnes dans ce pack : {count}. Ne les exportez que si ces personnes sont d’accord.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Leave the videos out: skeletons only</source>
            <translation>Sans les vidéos : squelettes seulement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Making a copy of “{name}”</source>
            <translation>Copie de « {name} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Open a pack file</source>
            <translation>Ouvrir un fichier de pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Pack files</source>
            <translation>Fichiers de pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Preparing references for this model</source>
            <translation>Préparation des références pour ce modèle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>References in it: {count}. They are deleted from this computer and cannot be brought back. Export the pack first if you may want it again.</source>
            <translation>Références dans ce pack : {count}. Elles sont supprimées de cet ordinateur et ne peuvent pas être récupérées. Exportez d’abord le pack si vous pensez en avoir encore besoin.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Remove “{name}”?</source>
            <translation>Retirer « {name} » ?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Restart SignMirror, or close and open the pack, to prepare it.</source>
            <translation>Redémarrez SignMirror, ou fermez puis ouvrez le pack, pour le préparer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>The whole pack becomes one file that others can open.</source>
            <translation>Tout le pack devient un seul fichier que d’autres peuvent ouvrir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>You can add takes to it and change it.</source>
            <translation>Vous pouvez y ajouter des prises et le modifier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>Your copy is open in the place of the original.</source>
            <translation>Votre copie est ouverte à la place de l’original.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>{name} (my copy)</source>
            <translation>{name} (ma copie)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>“{name}” is damaged: {file} {reason}.</source>
            <translation>« {name} » est abîmé : {file} {reason}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/transfers.py" />
            <source>“{name}” is whole. Files checked: {count}.</source>
            <translation>« {name} » est intact. Fichiers vérifiés : {count}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Check all files</source>
            <translation>Vérifier tous les fichiers</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Choose a sentence to see how it is signed.</source>
            <translation>Choisissez une phrase pour voir comment elle se signe.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Delete what is chosen</source>
            <translation>Supprimer ce qui est choisi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Edit what is chosen</source>
            <translation>Modifier ce qui est choisi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Export the chosen pack</source>
            <translation>Exporter le pack choisi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Export…</source>
            <translation>Exporter…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Import videos or recordings…</source>
            <translation>Importer des vidéos ou des enregistrements…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Make an own copy</source>
            <translation>Faire ma copie</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>No pack is open. Tick one on the left.</source>
            <translation>Aucun pack n’est ouvert. Cochez-en un à gauche.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Open a pack file…</source>
            <translation>Ouvrir un fichier de pack…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Packs, sentences or reference</source>
            <translation>Packs, phrases ou référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Properties of the chosen pack</source>
            <translation>Propriétés du pack choisi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Properties…</source>
            <translation>Propriétés…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Redo the last change</source>
            <translation>Rétablir le changement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <location filename="../../desktop_app/ui/live/view.py" />
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <location filename="../../desktop_app/ui/practice/comparison.py" />
            <location filename="../../desktop_app/ui/progress/review_stage.py" />
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Reference</source>
            <translation>Référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Remove…</source>
            <translation>Retirer…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>There is no sentence in it.</source>
            <translation>Il ne contient aucune phrase.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>This pack is empty. Record a sentence, or import videos.</source>
            <translation>Ce pack est vide. Enregistrez une phrase, ou importez des vidéos.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/view.py" />
            <source>Undo the last change</source>
            <translation>Annuler le dernier changement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>A person is seen in {person} %, a hand in {hands} % of it.</source>
            <translation>Personne visible : {person} %, main visible : {hands} %.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Comes with SignMirror</source>
            <translation>Fourni avec SignMirror</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Damaged</source>
            <translation>Abîmé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>For Spelling</source>
            <translation>Pour l’épellation</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Kept as</source>
            <translation>Gardé comme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Language of signs: {language}</source>
            <translation>Langue des signes : {language}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Licence: {licence}</source>
            <translation>Licence : {licence}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>No licence is stated.</source>
            <translation>Aucune licence indiquée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Packs with a tick are searched.</source>
            <translation>La recherche se fait dans les packs cochés.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Quality</source>
            <translation>Qualité</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Read only</source>
            <translation>Lecture seule</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Recorded</source>
            <translation>Enregistré le</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Sentences: {count}</source>
            <translation>Phrases : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Skeleton only</source>
            <translation>Squelette seul</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Skeleton only, {seconds:.1f} s</source>
            <translation>Squelette seul, {seconds:.1f} s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/recording/take_row.py" />
            <source>Take {number}</source>
            <translation>Prise {number}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Takes: {count}</source>
            <translation>Prises : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>To change it, make an own copy.</source>
            <translation>Pour le modifier, faites votre copie.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Version: {version}</source>
            <translation>Version : {version}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Video and skeleton</source>
            <translation>Vidéo et squelette</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Video and skeleton, {seconds:.1f} s</source>
            <translation>Vidéo et squelette, {seconds:.1f} s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>Yours</source>
            <translation>À vous</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>about {hours} h left</source>
            <translation>encore {hours} h environ</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>about {minutes} min left</source>
            <translation>encore {minutes} min environ</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>less than a minute left</source>
            <translation>encore moins d’une minute</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <location filename="../../desktop_app/ui/progress/words.py" />
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>{seconds:.1f} s</source>
            <translation>{seconds:.1f} s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>{size:.1f} GB</source>
            <translation>{size:.1f} Go</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>{size:.1f} MB</source>
            <translation>{size:.1f} Mo</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/words.py" />
            <source>{size} KB</source>
            <translation>{size} Ko</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/work_bar.py" />
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>Stop</source>
            <translation>Arrêter</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/library/work_bar.py" />
            <source>Stopping…</source>
            <translation>Arrêt…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/motion_plot.py" />
            <source>Hand speed and motion energy of the last ten seconds.</source>
            <translation>Vitesse de la main et énergie du mouvement, dix dernières secondes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/motion_plot.py" />
            <source>Motion</source>
            <translation>Mouvement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/motion_plot.py" />
            <source>Motion of the hands</source>
            <translation>Mouvement des mains</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/motion_plot.py" />
            <source>hand speed</source>
            <translation>vitesse de la main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/motion_plot.py" />
            <source>motion energy</source>
            <translation>énergie du mouvement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/motion_plot.py" />
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>now</source>
            <translation>maintenant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/motion_plot.py" />
            <source>sign found</source>
            <translation>signe trouvé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/motion_plot.py" />
            <source>start and end</source>
            <translation>début et fin</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>End the presentation</source>
            <translation>Quitter la présentation</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>Esc: end</source>
            <translation>Esc : quitter</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>Presentation: go on</source>
            <translation>Présentation : continuer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>Presentation: go on by itself</source>
            <translation>Présentation : continuer toute seule</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>Presentation: reference beside the answer</source>
            <translation>Présentation : référence à côté de la réponse</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>R: reference</source>
            <translation>R : référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>SignMirror, presentation</source>
            <translation>SignMirror, présentation</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>Space: go on</source>
            <translation>Espace : continuer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>T: goes on after {seconds} s</source>
            <translation>T : continue après {seconds} s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation.py" />
            <source>T: timer</source>
            <translation>T : minuterie</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation_state.py" />
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Not sure</source>
            <translation>Pas sûr</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation_state.py" />
            <source>One moment</source>
            <translation>Un instant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation_state.py" />
            <location filename="../../desktop_app/ui/live/result_row.py" />
            <source>Recognised</source>
            <translation>Reconnu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation_state.py" />
            <source>Sign it once more, at your own pace.</source>
            <translation>Signez-le encore une fois, à votre rythme.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/presentation_state.py" />
            <location filename="../../desktop_app/ui/live/result_panel.py" />
            <source>Sign something</source>
            <translation>Signez quelque chose</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_panel.py" />
            <location filename="../../desktop_app/ui/live/view.py" />
            <source>Answers</source>
            <translation>Réponses</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_panel.py" />
            <source>Last sign</source>
            <translation>Dernier signe</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_panel.py" />
            <source>Loading model and packs</source>
            <translation>Chargement du modèle et des packs</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_panel.py" />
            <source>Nothing can be recognised</source>
            <translation>Rien ne peut être reconnu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_panel.py" />
            <source>The best matches appear here when you rest your hands.</source>
            <translation>Les meilleures réponses s’affichent ici quand vous reposez les mains.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_panel.py" />
            <source>The message above says why.</source>
            <translation>Le message ci-dessus dit pourquoi.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_panel.py" />
            <source>While you sign</source>
            <translation>Pendant que vous signez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_panel.py" />
            <source>You can already see yourself.</source>
            <translation>Vous pouvez déjà vous voir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_row.py" />
            <source>choice {rank}</source>
            <translation>choix {rank}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_row.py" />
            <source>confidence {share} percent, similarity {similarity:.2f}</source>
            <translation>confiance {share} pour cent, similarité {similarity:.2f}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_row.py" />
            <source>recognised</source>
            <translation>reconnu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/result_row.py" />
            <source>similarity {value:.2f}</source>
            <translation>similarité {value:.2f}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/view.py" />
            <source>Answers or reference</source>
            <translation>Réponses ou référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/view.py" />
            <source>Choose answer {rank}</source>
            <translation>Choisir la réponse {rank}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/view.py" />
            <source>Presentation</source>
            <translation>Présentation</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/view.py" />
            <source>Presentation on the large screen</source>
            <translation>Présentation sur grand écran</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/view.py" />
            <source>Why it was not recognised, or the reference</source>
            <translation>Pourquoi le signe n’est pas reconnu, ou la référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/why_panel.py" />
            <location filename="../../desktop_app/ui/practice/feedback_why.py" />
            <source>Picture of the moment</source>
            <translation>Image du moment</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/why_panel.py" />
            <source>Reasons</source>
            <translation>Raisons</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/why_panel.py" />
            <source>Show the reference instead</source>
            <translation>Afficher plutôt la référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live/why_panel.py" />
            <source>Why it was not recognised</source>
            <translation>Pourquoi ce n’est pas reconnu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/clip_canvas.py" />
            <source>Reference picture</source>
            <translation>Image de la référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/controls.py" />
            <source>Play</source>
            <translation>Lire</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/controls.py" />
            <source>Speed</source>
            <translation>Vitesse</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/controls.py" />
            <source>Speed ([ slower, ] faster)</source>
            <translation>Vitesse ([ moins vite, ] plus vite)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_loader.py" />
            <source>'{clip_id}' is not in the pack any more.</source>
            <translation>« {clip_id} » n’est plus dans le pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_loader.py" />
            <source>Choose another one.</source>
            <translation>Choisissez-en une autre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Loop from here (A)</source>
            <translation>Boucle à partir d’ici (A)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Loop to here (B)</source>
            <translation>Boucle jusqu’ici (B)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Mirror the reference</source>
            <translation>Référence en miroir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>One frame back</source>
            <translation>Une image en arrière</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>One frame on</source>
            <translation>Une image en avant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Play or pause the reference</source>
            <translation>Lecture ou pause de la référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Position in the reference</source>
            <translation>Position dans la référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Reference player</source>
            <translation>Lecteur de référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Reference: faster</source>
            <translation>Référence : plus vite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Reference: loop from here</source>
            <translation>Référence : boucle à partir d’ici</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Reference: loop to here</source>
            <translation>Référence : boucle jusqu’ici</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Reference: one frame back</source>
            <translation>Référence : une image en arrière</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Reference: one frame on</source>
            <translation>Référence : une image en avant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Reference: slower</source>
            <translation>Référence : plus lentement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Reference: whole clip</source>
            <translation>Référence : séquence entière</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>The reference of the chosen answer is shown here.</source>
            <translation>La référence de la réponse choisie s’affiche ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/player/reference_player.py" />
            <source>Whole clip</source>
            <translation>Séquence entière</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/choose_page.py" />
            <source>Find a lesson or sentence</source>
            <translation>Chercher une leçon ou une phrase</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/choose_page.py" />
            <source>Sentences of the lesson</source>
            <translation>Phrases de la leçon</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/choose_page.py" />
            <source>Sign anything; every sentence of the open packs can be the answer.</source>
            <translation>Signez ce que vous voulez ; la réponse peut être toute phrase des packs ouverts.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/choose_page.py" />
            <location filename="../../desktop_app/ui/recording/view.py" />
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>Start</source>
            <translation>Commencer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/choose_page.py" />
            <source>There is nothing to practise yet: open a pack in the library, or record a sentence.</source>
            <translation>Rien à travailler pour l’instant : ouvrez un pack dans la bibliothèque, ou enregistrez une phrase.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/choose_page.py" />
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <location filename="../../desktop_app/ui/practice/view.py" />
            <source>What did I sign?</source>
            <translation>Qu’ai-je signé ?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Both move in step; no moment stands out.</source>
            <translation>Les deux avancent ensemble ; aucun moment ne ressort.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Both move in step; press N for the next moment.</source>
            <translation>Les deux avancent ensemble ; N : moment suivant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Mirror both</source>
            <translation>Miroir des deux</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>One step back</source>
            <translation>Un pas en arrière</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>One step on</source>
            <translation>Un pas en avant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Picture of the reference</source>
            <translation>Image de la référence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Picture of your attempt</source>
            <translation>Image de votre essai</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Position in both</source>
            <translation>Position dans les deux</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Reference and attempt side by side</source>
            <translation>Référence et essai côte à côte</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Result: faster</source>
            <translation>Résultat : plus vite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Result: mirror both</source>
            <translation>Résultat : miroir des deux</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Result: one step back</source>
            <translation>Résultat : un pas en arrière</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Result: one step on</source>
            <translation>Résultat : un pas en avant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Result: play or pause both</source>
            <translation>Résultat : lecture ou pause des deux</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Result: slower</source>
            <translation>Résultat : moins vite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Result: the moment before</source>
            <translation>Résultat : moment précédent</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>Result: the next moment</source>
            <translation>Résultat : moment suivant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>The moment before</source>
            <translation>Moment précédent</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <source>The next moment</source>
            <translation>Moment suivant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/compare_player.py" />
            <location filename="../../desktop_app/ui/practice/comparison.py" />
            <source>You</source>
            <translation>Vous</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/feedback_bars.py" />
            <source>Overall score: {score}</source>
            <translation>Score global : {score}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/feedback_timeline.py" />
            <source>Moments to look at: {count}</source>
            <translation>Moments à regarder : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/feedback_why.py" />
            <source>{time:.1f} s after the beginning</source>
            <translation>{time:.1f} s après le début</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/feedback_words.py" />
            <source>Best: {first}</source>
            <translation>Le mieux : {first}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/feedback_words.py" />
            <source>Right: {first}, {second}</source>
            <translation>Réussi : {first}, {second}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/feedback_words.py" />
            <source>Right: {first}, {second}, {third}</source>
            <translation>Réussi : {first}, {second}, {third}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/feedback_words.py" />
            <source>Sign it once more, larger and more slowly.</source>
            <translation>Signez encore une fois, en plus grand et plus lentement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/feedback_words.py" />
            <source>cannot be judged</source>
            <translation>non évalué</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/lesson_grid.py" />
            <source>For now</source>
            <translation>Pour maintenant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/lesson_grid.py" />
            <source>Lessons</source>
            <translation>Leçons</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <location filename="../../desktop_app/ui/practice/view.py" />
            <source>Back to the lessons</source>
            <translation>Retour aux leçons</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Compare</source>
            <translation>Comparer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>Compared with “{name}”. Half of other people's good attempts reach 80.</source>
            <translation>Comparé à « {name} ». La moitié des bons essais d’autres personnes atteint 80.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>Finish</source>
            <translation>Terminer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>For the teacher…</source>
            <translation>Pour l’enseignant…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <source>Go on by itself</source>
            <translation>Continuer tout seul</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>Moments to look at</source>
            <translation>Moments à regarder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>Nearest: {names}</source>
            <translation>Les plus proches : {names}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>Next</source>
            <translation>Suivant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>Parts of the result</source>
            <translation>Parties du résultat</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>Scores</source>
            <translation>Scores</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>There is nothing to compare in this attempt.</source>
            <translation>Il n’y a rien à comparer dans cet essai.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Watch</source>
            <translation>Regarder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>Why not</source>
            <translation>Pourquoi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/result_page.py" />
            <source>{channel}, at {time:.1f} s</source>
            <translation>{channel}, à {time:.1f} s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <source>Begin now</source>
            <translation>Commencer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <source>Skip the countdown</source>
            <translation>Passer le compte à rebours</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <location filename="../../desktop_app/ui/practice/view.py" />
            <source>The next sentence</source>
            <translation>La phrase suivante</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <location filename="../../desktop_app/ui/practice/view.py" />
            <source>The sentence before</source>
            <translation>La phrase précédente</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <source>There is no reference in a free attempt.</source>
            <translation>Il n’y a pas de référence dans un essai libre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <source>every sentence of the open packs</source>
            <translation>toutes les phrases des packs ouverts</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/stage_page.py" />
            <source>{lesson}: {place} of {count}</source>
            <translation>{lesson} : {place} sur {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/stage_video.py" />
            <source>Stage: {stage}</source>
            <translation>Étape : {stage}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/view.py" />
            <source>Begin, skip the countdown, or end the take</source>
            <translation>Commencer, passer le compte à rebours ou finir la prise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/view.py" />
            <source>Go on by itself, or not</source>
            <translation>Continuer tout seul, ou non</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/view.py" />
            <source>Result: try again</source>
            <translation>Résultat : réessayer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/view.py" />
            <source>Watch the sentence again</source>
            <translation>Revoir la phrase</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>By chance. Sentences: {count}</source>
            <translation>Au hasard. Phrases : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Choose</source>
            <translation>Choisir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Comparing</source>
            <translation>Comparaison</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Due now</source>
            <translation>À revoir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Get ready</source>
            <translation>Préparez-vous</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Good, hands down</source>
            <translation>Bien, baissez les mains</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Hands down. It begins in {seconds} s.</source>
            <translation>Mains en bas. Début dans {seconds} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Here is why, and what to try.</source>
            <translation>Voici pourquoi, et quoi essayer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Hold it</source>
            <translation>Gardez la main levée</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>It begins by itself in {seconds} s.</source>
            <translation>Début automatique dans {seconds} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Lesson finished. Right: {right} of {count}</source>
            <translation>Leçon terminée. Réussis : {right} sur {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Look-alikes</source>
            <translation>Signes qui se ressemblent</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>No sign was seen</source>
            <translation>Aucun signe n’a été vu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Not recognised for sure</source>
            <translation>Pas reconnu avec certitude</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>One moment.</source>
            <translation>Un instant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Part {part} of {parts}. Sentences: {count}</source>
            <translation>Partie {part} sur {parts}. Phrases : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Raise a hand</source>
            <translation>Levez une main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Raise a hand to try once more.</source>
            <translation>Levez une main pour réessayer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Raise a hand to try once more. The lesson ends in {seconds} s.</source>
            <translation>Levez une main pour réessayer. La leçon finit dans {seconds} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Raise a hand to try once more. The next attempt in {seconds} s.</source>
            <translation>Levez une main pour réessayer. Essai suivant dans {seconds} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Raise a hand to try once more. The next sentence in {seconds} s.</source>
            <translation>Levez une main pour réessayer. Phrase suivante dans {seconds} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Raise a hand, or press Enter, to try again.</source>
            <translation>Levez une main, ou appuyez sur Entrée, pour réessayer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Rest your hands when you are done.</source>
            <translation>Reposez les mains quand vous avez fini.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Result</source>
            <translation>Résultat</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Right: “{name}”</source>
            <translation>Réussi : « {name} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Sign</source>
            <translation>Signer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Sign now</source>
            <translation>Signez maintenant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Sign whatever you like. A hand held above your shoulder, or Enter, begins.</source>
            <translation>Signez ce que vous voulez. Pour commencer : une main levée au-dessus de l’épaule, ou Entrée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Surprise me</source>
            <translation>Surprenez-moi</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>That looks like “{name}”</source>
            <translation>Cela ressemble à « {name} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>The frame is lit while it is recorded.</source>
            <translation>Le cadre est allumé pendant l’enregistrement.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>The take ends by itself.</source>
            <translation>La prise s’arrête toute seule.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>Watch first. A hand held above your shoulder, or Enter, begins.</source>
            <translation>Regardez d’abord. Pour commencer : une main levée au-dessus de l’épaule, ou Entrée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>What you mixed up. Sentences: {count}</source>
            <translation>Ce que vous avez confondu. Phrases : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>What you would forget next. Sentences: {count}</source>
            <translation>Ce que vous risquez d’oublier. Phrases : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>You signed “{name}”</source>
            <translation>Vous avez signé « {name} »</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice/words.py" />
            <source>You were asked to sign “{asked}”.</source>
            <translation>Il fallait signer « {asked} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/controller.py" />
            <source>All progress was deleted from this computer.</source>
            <translation>Tous les progrès ont été supprimés de cet ordinateur.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/controller.py" />
            <source>Open their pack in the Live view, then try again.</source>
            <translation>Ouvrez leur pack dans la vue Direct, puis réessayez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/controller.py" />
            <source>Saved as {name}.</source>
            <translation>Enregistré sous {name}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/controller.py" />
            <source>Saved as {name}. Attempts: {count}.</source>
            <translation>Enregistré sous {name}. Essais : {count}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/controller.py" />
            <source>Send this file as you like, for example by e-mail or on a memory stick.</source>
            <translation>Envoyez ce fichier comme vous voulez, par exemple par e-mail ou sur une clé USB.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/controller.py" />
            <source>The movements of this attempt are not kept.</source>
            <translation>Les mouvements de cet essai ne sont pas conservés.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/controller.py" />
            <source>These sentences are in no pack that is open.</source>
            <translation>Ces phrases ne sont dans aucun pack ouvert.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/controller.py" />
            <source>Those of the newest attempts are; this one has its score only.</source>
            <translation>Ceux des essais les plus récents le sont ; celui-ci n’a que son score.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/dialogs.py" />
            <source>Attempts with their scores: {count}</source>
            <translation>Essais avec leurs scores : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/dialogs.py" />
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Delete all progress</source>
            <translation>Supprimer tous les progrès</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/dialogs.py" />
            <source>Delete everything</source>
            <translation>Tout supprimer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/dialogs.py" />
            <source>Delete everything that was kept of your practice?</source>
            <translation>Supprimer tout ce qui a été gardé de votre entraînement ?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/dialogs.py" />
            <source>Keep everything</source>
            <translation>Tout garder</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/dialogs.py" />
            <source>Kept movements of your newest attempts, and all backups of this history</source>
            <translation>Les mouvements gardés de vos derniers essais, et toutes les copies de cet historique</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/dialogs.py" />
            <source>Sentences practised: {count}, of which learnt: {learnt}</source>
            <translation>Phrases travaillées : {count}, dont apprises : {learnt}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/dialogs.py" />
            <source>This cannot be undone. Packs, your own references and files that you saved stay.</source>
            <translation>Cela ne peut pas être annulé. Les packs, vos propres références et les fichiers que vous avez enregistrés restent.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/dialogs.py" />
            <source>What is due, sentences that you mix up, and days in a row</source>
            <translation>Ce qui est à revoir, les phrases que vous confondez et les jours de suite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/history.py" />
            <source>Only the newest are.</source>
            <translation>Seuls les plus récents le sont.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/history.py" />
            <source>The landmarks of this attempt are not kept any more.</source>
            <translation>Les points de repère de cet essai ne sont plus gardés.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/lists.py" />
            <source>No sentence was mistaken for another one twice yet.</source>
            <translation>Aucune phrase n’a encore été confondue deux fois avec une autre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/lists.py" />
            <source>Practise all of these</source>
            <translation>Travailler tous ces signes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/lists.py" />
            <source>Practise these</source>
            <translation>Travailler ces signes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/lists.py" />
            <source>Practise {asked} and {other}</source>
            <translation>Travailler {asked} et {other}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <source>Accuracy by</source>
            <translation>Réussite affichée</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <source>Accuracy over time</source>
            <translation>Réussite au fil du temps</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <source>No attempts in this time.</source>
            <translation>Aucun essai dans cette période.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <source>Right: {share}. Attempts: {attempts}.</source>
            <translation>Réussis : {share}. Essais : {attempts}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <source>by day</source>
            <translation>par jour</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <source>by week</source>
            <translation>par semaine</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <source>overall score</source>
            <translation>score global</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <source>right attempts, %</source>
            <translation>essais réussis, %</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/plot.py" />
            <source>today</source>
            <translation>aujourd’hui</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_files.py" />
            <source>Attempts</source>
            <translation>Essais</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_files.py" />
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Open an attempt</source>
            <translation>Ouvrir un essai</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_files.py" />
            <source>Save an attempt to send it</source>
            <translation>Sauvegarder un essai pour l’envoyer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>Add note</source>
            <translation>Ajouter la note</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Bring the deleted note back</source>
            <translation>Rétablir la note supprimée</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Delete the note</source>
            <translation>Supprimer la note</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>Keep the change</source>
            <translation>Garder le changement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>New note</source>
            <translation>Nouvelle note</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>New note at {moment}</source>
            <translation>Nouvelle note à {moment}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>Note at {moment}</source>
            <translation>Note à {moment}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>Notes</source>
            <translation>Notes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>Notes and moments</source>
            <translation>Notes et moments</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>Text of the note</source>
            <translation>Texte de la note</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>The whole sign</source>
            <translation>Tout le signe</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>What is good here, or what to change</source>
            <translation>Ce qui est bien ici, ou ce qu’il faut changer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>What the note is about</source>
            <translation>Sujet de la note</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_notes.py" />
            <source>Your name, if you like</source>
            <translation>Votre nom, si vous voulez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_stage.py" />
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Attempt</source>
            <translation>Essai</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_stage.py" />
            <source>Position in the attempt</source>
            <translation>Position dans l’essai</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_stage.py" />
            <source>There is no reference in this file.</source>
            <translation>Il n’y a pas de référence dans ce fichier.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Back to Progress</source>
            <translation>Retour aux progrès</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Moment before</source>
            <translation>Moment précédent</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Next moment</source>
            <translation>Moment suivant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>No attempt is open</source>
            <translation>Aucun essai n’est ouvert</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Not saved</source>
            <translation>Pas sauvegardé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Open a file that a learner or a teacher sent you, or drop it here.</source>
            <translation>Ouvrez un fichier envoyé par un élève ou un enseignant, ou déposez-le ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Play or pause the attempt</source>
            <translation>Lecture ou pause de l’essai</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Reference: {sentence}</source>
            <translation>Référence : {sentence}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Save a copy to send</source>
            <translation>Enregistrer une copie à envoyer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Saved</source>
            <translation>Sauvegardé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Saving…</source>
            <translation>Sauvegarde…</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Stop at every note</source>
            <translation>S’arrêter à chaque note</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Video instead of the figure</source>
            <translation>Vidéo à la place du personnage</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/review_view.py" />
            <source>Write a note at this moment</source>
            <translation>Écrire une note à ce moment</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Days in a row</source>
            <translation>Jours de suite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Easily mixed up</source>
            <translation>Signes qu’on confond</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Go to Practice</source>
            <translation>Aller à l’entraînement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Newest attempts</source>
            <translation>Derniers essais</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Nothing practised yet</source>
            <translation>Rien de travaillé pour l’instant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Practise</source>
            <translation>S’entraîner</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Practise what is due</source>
            <translation>Travailler ce qui est à revoir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Return or a double click shows an attempt again, with its notes.</source>
            <translation>Entrée ou un double clic montre à nouveau un essai, avec ses notes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Right of all attempts</source>
            <translation>Essais réussis</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Save all attempts as a table</source>
            <translation>Enregistrer tous les essais en tableau</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Save all attempts as a table (CSV)</source>
            <translation>Enregistrer tous les essais en tableau (CSV)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Sentences learnt</source>
            <translation>Phrases apprises</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Tables</source>
            <translation>Tableaux</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>Your attempts will be kept here, on this computer only. Practise a first sign to begin.</source>
            <translation>Vos essais seront gardés ici, sur cet ordinateur seulement. Travaillez un premier signe pour commencer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>of which new: {count}</source>
            <translation>dont nouvelles : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>of {count} practised; learnt: the last three right, on two days</source>
            <translation>travaillées : {count} ; apprise : les trois derniers essais réussis, sur deux jours</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>practice.csv</source>
            <translation>entrainement.csv</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/view.py" />
            <source>{right} of {attempts}</source>
            <translation>{right} sur {attempts}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>Attempts since that copy are missing; the damaged file is kept as {name}.</source>
            <translation>Les essais faits depuis cette copie manquent ; le fichier abîmé est gardé sous {name}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>Free attempt</source>
            <translation>Essai libre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>Overall: {score} of 100</source>
            <translation>Score global : {score} sur 100</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>The damaged file is kept as {name}.</source>
            <translation>Le fichier abîmé est gardé sous {name}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>Your practice history was damaged, and there was no good copy of it. A new one was begun.</source>
            <translation>Votre historique d’entraînement était abîmé, et il n’y avait pas de bonne copie. Un nouvel historique a été commencé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>Your practice history was damaged. The last good copy was put back.</source>
            <translation>Votre historique d’entraînement était abîmé. La dernière bonne copie a été remise en place.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>a missed day does no harm</source>
            <translation>un jour manqué n’est pas grave</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>a missed day is forgiven</source>
            <translation>un jour manqué est pardonné</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>correct</source>
            <translation>juste</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>not recognised</source>
            <translation>pas reconnu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>not seen well</source>
            <translation>pas bien vu</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>right {right} of {attempts}</source>
            <translation>réussis : {right} sur {attempts}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>taken for {sentence}</source>
            <translation>pris pour {sentence}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>today {time}</source>
            <translation>aujourd’hui à {time}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>up to yesterday</source>
            <translation>jusqu’à hier</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>yesterday {time}</source>
            <translation>hier à {time}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>{asked} was taken for {other}</source>
            <translation>{asked} a été pris pour {other}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress/words.py" />
            <source>{times} times; attempts in all: {attempts}</source>
            <translation>{times} fois ; essais en tout : {attempts}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/controller.py" />
            <source>Choose a camera or a video above the picture.</source>
            <translation>Choisissez une caméra ou une vidéo au-dessus de l’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/controller.py" />
            <source>There is no picture to record.</source>
            <translation>Il n’y a pas d’image à enregistrer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/flow.py" />
            <source>Check the camera or the file, then record again.</source>
            <translation>Vérifiez la caméra ou le fichier, puis enregistrez à nouveau.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/flow.py" />
            <source>No picture came while the take was recorded.</source>
            <translation>Aucune image n’est arrivée pendant l’enregistrement de la prise.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source> s</source>
            <translation> s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Add to</source>
            <translation>Ajouter à</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Both alike</source>
            <translation>Les deux autant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Countdown</source>
            <translation>Compte à rebours</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>For example: Class 3</source>
            <translation>Par exemple : Classe 3</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>For example: Ghanaian Sign Language</source>
            <translation>Par exemple : langue des signes ghanéenne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>For example: MIT</source>
            <translation>Par exemple : MIT</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>For example: greetings</source>
            <translation>Par exemple : salutations</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Its name</source>
            <translation>Son nom</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Keep the skeleton only: no picture of you is stored.</source>
            <translation>Garder le squelette seulement : aucune image de vous n’est gardée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>May be used by</source>
            <translation>Utilisable par</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Name or initials</source>
            <translation>Nom ou initiales</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Region or form, if there are several</source>
            <translation>Région ou forme, s’il y en a plusieurs</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>Sign language</source>
            <translation>Langue des signes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <location filename="../../desktop_app/ui/settings/words.py" />
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>Stronger hand</source>
            <translation>Main dominante</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <location filename="../../desktop_app/ui/recording/view.py" />
            <source>Takes</source>
            <translation>Prises</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>This computer writes no H.264 video, so only the skeleton can be kept.</source>
            <translation>Cet ordinateur n’écrit pas de vidéo H.264 : seul le squelette peut être gardé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/form.py" />
            <source>What the sign means</source>
            <translation>Ce que le signe veut dire</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <source>Discard</source>
            <translation>Jeter</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <source>Go to the Library</source>
            <translation>Aller à la bibliothèque</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <source>Next sentence</source>
            <translation>Phrase suivante</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <source>Recognised from now on</source>
            <translation>Reconnu à partir de maintenant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <source>Stay</source>
            <translation>Rester</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <source>These takes are not saved yet.</source>
            <translation>Ces prises ne sont pas encore sauvegardées.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <source>Try it in Live</source>
            <translation>Essayer en direct</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/panels.py" />
            <source>“{sentence}” in {pack}. Takes: {count}</source>
            <translation>« {sentence} » dans {pack}. Prises : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>Ends as detected</source>
            <translation>Limites détectées</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>Keep from here</source>
            <translation>Garder à partir d’ici</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>Keep to here</source>
            <translation>Garder jusqu’ici</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>Kept: {start:.1f} to {end:.1f} s</source>
            <translation>Gardé : de {start:.1f} à {end:.1f} s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>Not kept on the disk</source>
            <translation>Pas gardé sur le disque</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>Picture of the take</source>
            <translation>Image de la prise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>Play or pause</source>
            <translation>Lecture ou pause</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/review.py" />
            <source>The take is shown here.</source>
            <translation>La prise s’affiche ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/stage.py" />
            <source>Recording</source>
            <translation>Enregistrement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/stage.py" />
            <source>Recording begins in {seconds} s</source>
            <translation>L’enregistrement commence dans {seconds} s</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/take_row.py" />
            <source>Keep take {number}</source>
            <translation>Garder la prise {number}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>Discard all takes</source>
            <translation>Jeter toutes les prises</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>It can be kept. What was noticed:</source>
            <translation>Elle peut être gardée. À noter :</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>It cannot be a reference, because:</source>
            <translation>Elle ne peut pas servir de référence :</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>It was cut after a minute, the longest that a take may be.</source>
            <translation>Elle a été coupée après une minute, la durée maximale d’une prise.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>Next take</source>
            <translation>Prise suivante</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>No problems were found.</source>
            <translation>Aucun problème trouvé.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>Now ({seconds:.0f})</source>
            <translation>Maintenant ({seconds:.0f})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>Pictures were lost while it was recorded: {count}. Better record it again.</source>
            <translation>Images perdues pendant l’enregistrement : {count}. Mieux vaut refaire la prise.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>Record again</source>
            <translation>Refaire la prise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>Save takes: {count}</source>
            <translation>Sauvegarder : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>Show this moment</source>
            <translation>Afficher ce moment</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>The take is being checked.</source>
            <translation>Vérification de la prise en cours.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/takes.py" />
            <source>Wait</source>
            <translation>Attendre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/timeline.py" />
            <source>Drag the ends, or choose one with Up and Down and move it with Left and Right.</source>
            <translation>Faites glisser les limites. Ou choisissez-en une avec Haut et Bas, puis déplacez-la avec Gauche et Droite.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/timeline.py" />
            <source>End at {time}</source>
            <translation>Fin à {time}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/timeline.py" />
            <source>Part of the take that is kept</source>
            <translation>Partie gardée de la prise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/timeline.py" />
            <source>Start at {time}</source>
            <translation>Début à {time}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/values.py" />
            <source>A picture is kept only with the signer's consent.</source>
            <translation>Une image n’est gardée qu’avec le consentement de la personne qui signe.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/values.py" />
            <source>Give the signer's name or initials.</source>
            <translation>Donnez le nom ou les initiales de la personne qui signe.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/values.py" />
            <source>Say how the reference may be used.</source>
            <translation>Dites comment la référence peut être utilisée.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/values.py" />
            <source>Say what you are going to sign.</source>
            <translation>Dites ce que vous allez signer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/values.py" />
            <source>This pack may keep the video of me and show it to all who open it, until I ask for its deletion.</source>
            <translation>Ce pack peut garder la vidéo où l’on me voit et la montrer à toute personne qui l’ouvre, jusqu’à ce que je demande de la supprimer.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/view.py" />
            <source>Details</source>
            <translation>Détails</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/view.py" />
            <source>Drop the take, or stop the clock</source>
            <translation>Jeter la prise, ou arrêter le compte à rebours</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/view.py" />
            <source>Save the takes</source>
            <translation>Sauvegarder les prises</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/view.py" />
            <source>Start, or end the take</source>
            <translation>Commencer, ou finir la prise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/view.py" />
            <source>Takes or details</source>
            <translation>Prises ou détails</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Again in {seconds:.0f} s. Esc stops the clock.</source>
            <translation>Nouvelle prise dans {seconds:.0f} s. Esc arrête le compte à rebours.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Before the first take</source>
            <translation>Avant la première prise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Checking the take</source>
            <translation>Vérification de la prise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Good take</source>
            <translation>Bonne prise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>It did not work several times: look at the picture, then press Space.</source>
            <translation>Plusieurs prises ont échoué : regardez l’image, puis appuyez sur Espace.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Keep your hands down. Sign when the border turns red.</source>
            <translation>Gardez les mains en bas. Signez quand le bord devient rouge.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Next take in {seconds:.0f} s. Esc stops the clock.</source>
            <translation>Prise suivante dans {seconds:.0f} s. Esc arrête le compte à rebours.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>No hand is seen. Raise your hands into the picture.</source>
            <translation>On ne voit pas de main. Levez les mains dans l’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>No take yet</source>
            <translation>Pas encore de prise</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Not usable</source>
            <translation>Inutilisable</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Press Enter, or hold a hand up for a moment. Begin and end with your hands down.</source>
            <translation>Appuyez sur Entrée, ou tenez une main levée un instant. Commencez et finissez les mains en bas.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Press Space for a take.</source>
            <translation>Appuyez sur Espace pour une prise.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Press Space to record it again.</source>
            <translation>Appuyez sur Espace pour la refaire.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Ready to record</source>
            <translation>Tout est prêt</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Recognised from now on.</source>
            <translation>Reconnu à partir de maintenant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Remarks: {count}</source>
            <translation>Remarques : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Rest your hands</source>
            <translation>Reposez les mains</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Save the takes, or press Space for another one.</source>
            <translation>Sauvegardez les prises, ou appuyez sur Espace pour une autre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Saving</source>
            <translation>Sauvegarde</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>The library is being reopened.</source>
            <translation>La bibliothèque se rouvre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>The take ends by itself when your hands rest.</source>
            <translation>La prise s’arrête toute seule quand vos mains sont au repos.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>The takes are being added to the pack.</source>
            <translation>Les prises sont ajoutées au pack.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Then rest your hands: the take ends by itself. Space ends it, Esc drops it.</source>
            <translation>Puis reposez les mains : la prise s’arrête toute seule. Espace la finit, Esc la jette.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>Usable, with remarks</source>
            <translation>Utilisable, avec remarques</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>being checked</source>
            <translation>en cours de vérification</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>good</source>
            <translation>bonne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/recording/words.py" />
            <source>not usable</source>
            <translation>inutilisable</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/about_card.py" />
            <source>About SignMirror</source>
            <translation>À propos de SignMirror</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/about_card.py" />
            <source>Checking this computer …</source>
            <translation>Vérification de cet ordinateur …</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/about_card.py" />
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>Copied</source>
            <translation>Copié</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/about_card.py" />
            <source>Copy a report for support</source>
            <translation>Copier un rapport pour l’assistance</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/about_card.py" />
            <source>Free software under the Apache License 2.0. Models and packs state their own licences.</source>
            <translation>Logiciel libre sous licence Apache 2.0. Les modèles et les packs indiquent leurs propres licences.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/about_card.py" />
            <source>Licences of components</source>
            <translation>Licences des composants</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/about_card.py" />
            <source>Nothing is sent to the internet. These are all the places written to.</source>
            <translation>Rien n’est envoyé sur internet. Voici tous les endroits où le programme écrit.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/about_card.py" />
            <source>Version {version}</source>
            <translation>Version {version}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>A phone in the same network opens the page with this code.</source>
            <translation>Un téléphone du même réseau ouvre la page avec ce code.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Allow it</source>
            <translation>Autoriser</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Allow other devices in this network</source>
            <translation>Autoriser d’autres appareils de ce réseau</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Class-room page</source>
            <translation>Page de la classe</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Code for phones: the address of the class-room page</source>
            <translation>Code pour téléphones : l’adresse de la page de la classe</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Copy the address</source>
            <translation>Copier l’adresse</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Copy the address of the page</source>
            <translation>Copier l’adresse de la page</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Copy the token</source>
            <translation>Copier le jeton</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>For a page on a projector or second screen, and for other programs. It ends with SignMirror and is off at every start.</source>
            <translation>Pour une page sur un projecteur ou un deuxième écran, et pour d’autres programmes. Le partage s’arrête avec SignMirror et il est coupé à chaque démarrage.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Let other devices reach SignMirror?</source>
            <translation>Laisser d’autres appareils accéder à SignMirror ?</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Open the page</source>
            <translation>Ouvrir la page</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Phones and computers beside you, with an address and token of their own.</source>
            <translation>Téléphones et ordinateurs près de vous, avec une adresse et un jeton à part.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Share live results</source>
            <translation>Partager les résultats en direct</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Share on this computer</source>
            <translation>Partager sur cet ordinateur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Token of this run</source>
            <translation>Jeton de cette session</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/api_card.py" />
            <source>Whoever has the code or the token sees what is recognised and can have clips recognised here. The connection is not encrypted: allow it only in a network you trust.</source>
            <translation>Qui possède le code ou le jeton voit ce qui est reconnu et peut faire reconnaître des séquences ici. La connexion n’est pas chiffrée : ne l’autorisez que sur un réseau de confiance.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/controller.py" />
            <source>The values before it are used instead.</source>
            <translation>Les valeurs d’avant sont utilisées à la place.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/share_state.py" />
            <source>Ending</source>
            <translation>Arrêt</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/share_state.py" />
            <source>Off. It could not be started.</source>
            <translation>Coupé. Le démarrage a échoué.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/share_state.py" />
            <source>Off. Nothing can reach SignMirror.</source>
            <translation>Coupé. Rien ne peut accéder à SignMirror.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/share_state.py" />
            <source>On. Devices in this network can reach it with the token.</source>
            <translation>Actif. Les appareils de ce réseau y accèdent avec le jeton.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/share_state.py" />
            <source>On. Pages and programs on this computer can reach it with the token.</source>
            <translation>Actif. Les pages et programmes de cet ordinateur y accèdent avec le jeton.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/view.py" />
            <source>Back to the default</source>
            <translation>Valeur par défaut</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/view.py" />
            <source>From the model</source>
            <translation>Selon le modèle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/view.py" />
            <source>From the model ({value:.4g})</source>
            <translation>Selon le modèle ({value:.4g})</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/view.py" />
            <source>Set by {what}; it cannot be changed here.</source>
            <translation>Fixé par {what} ; ne peut pas être changé ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/view.py" />
            <source>{name}: back to the default</source>
            <translation>{name} : valeur par défaut</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>1: three letters. 2: four or five. 3: long words and names.</source>
            <translation>1 : trois lettres. 2 : quatre ou cinq. 3 : mots longs et noms.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>A presentation goes on after</source>
            <translation>La présentation continue après</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>An attempt for the teacher then carries it. Off: no picture of you is written.</source>
            <translation>Un essai pour l’enseignant la contient alors. Coupé : aucune image de vous n’est écrite.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Answers averaged</source>
            <translation>Réponses dans la moyenne</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Answers shown</source>
            <translation>Réponses affichées</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Automatic</source>
            <translation>Automatique</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Automatic takes what was fastest here.</source>
            <translation>Automatique prend ce qui a été le plus rapide ici.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Body, hands and face are drawn over the picture.</source>
            <translation>Le corps, les mains et le visage sont dessinés sur l’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Colours</source>
            <translation>Couleurs</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Fingerspelling</source>
            <translation>Dactylologie</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>High contrast</source>
            <translation>Contraste élevé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Higher: calmer. Lower: faster.</source>
            <translation>Plus haut : plus calme. Plus bas : plus rapide.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Higher: fewer wrong answers are accepted, and fewer right ones.</source>
            <translation>Plus haut : moins de réponses fausses acceptées, et moins de réponses justes.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Higher: two look-alikes are more often “not sure”.</source>
            <translation>Plus haut : deux signes qui se ressemblent donnent plus souvent « pas sûr ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>It is the one that is read when spelling. References are mirrored for left-handers.</source>
            <translation>C’est elle qui est lue quand vous épelez. Si c’est la gauche, les références sont montrées en miroir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>It keeps still where the system asks for less motion.</source>
            <translation>Elle reste fixe si le système demande moins d’animations.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Least distance to the second</source>
            <translation>Écart minimal avec le deuxième</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Least movement</source>
            <translation>Mouvement minimal</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Least similarity</source>
            <translation>Similarité minimale</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Letters are read from</source>
            <translation>Les lettres sont lues sur</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>Level of the words</source>
            <translation>Niveau des mots</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Look</source>
            <translation>Apparence</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Recognition</source>
            <translation>Reconnaissance</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Recognition always works on the unmirrored picture.</source>
            <translation>La reconnaissance utilise toujours l’image sans miroir.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Runs on</source>
            <translation>Calcul avec</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Seconds that an answer is held on the large screen; 0: until a key is pressed.</source>
            <translation>Secondes d’affichage d’une réponse sur le grand écran ; 0 : jusqu’à ce qu’on appuie sur une touche.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>Single frames</source>
            <translation>Image par image</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Single frames answer at once; J and Z need the last 32 frames.</source>
            <translation>Image par image : réponse immédiate ; J et Z ont besoin des 32 dernières images.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Text size</source>
            <translation>Taille du texte</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>The last 32 frames</source>
            <translation>Les 32 dernières images</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Turn the hand of a letter</source>
            <translation>Faire tourner la main d’une lettre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Used from the next start on.</source>
            <translation>Valable à partir du prochain démarrage.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>Video of the last attempt</source>
            <translation>Vidéo du dernier essai</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings/words.py" />
            <source>With less movement, nothing is searched for.</source>
            <translation>Avec moins de mouvement, aucune recherche n’est faite.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>Bring back</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>Calibration: go on or stop</source>
            <translation>Calibrage : continuer ou arrêter</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>Calibration: show the last letter again</source>
            <translation>Calibrage : remontrer la dernière lettre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>Forget all</source>
            <translation>Tout oublier</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>Leave this letter out</source>
            <translation>Sauter cette lettre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>Letters of the calibration</source>
            <translation>Lettres du calibrage</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>Show the last letter again</source>
            <translation>Remontrer la dernière lettre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>any gesture, or leave it out</source>
            <translation>un geste au choix, ou sautez</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>not shown yet</source>
            <translation>pas encore montrée</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>shown</source>
            <translation>montrée</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/calibration_card.py" />
            <source>{count} of {all} shown</source>
            <translation>Montrées : {count} sur {all}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_canvas.py" />
            <source>Arrow keys turn it, Home turns it back.</source>
            <translation>Les flèches la tournent, Home la remet en place.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_canvas.py" />
            <source>Hand of the letter</source>
            <translation>Main de la lettre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>Hand of the letter {letter}</source>
            <translation>Main de la lettre {letter}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>Hand: letter before</source>
            <translation>Main : lettre précédente</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>Hand: next letter</source>
            <translation>Main : lettre suivante</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>Letter before</source>
            <translation>Lettre précédente</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>Letter {letter}</source>
            <translation>Lettre {letter}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>Next letter</source>
            <translation>Lettre suivante</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>Turn the hand</source>
            <translation>Tourner la main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>Turn the hand, or keep it still</source>
            <translation>Faire tourner la main, ou l’arrêter</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>any gesture you like</source>
            <translation>le geste de votre choix</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>drag to turn</source>
            <translation>faites glisser pour tourner</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/hand_card.py" />
            <source>is drawn in the air</source>
            <translation>se trace dans l’air</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/letter_panel.py" />
            <source>Next: {letters}</source>
            <translation>Ensuite : {letters}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/letter_panel.py" />
            <source>No letter</source>
            <translation>Pas de lettre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/letter_panel.py" />
            <source>Probability</source>
            <translation>Probabilité</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>Clear the text</source>
            <translation>Effacer le texte</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>Copy the text</source>
            <translation>Copier le texte</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>Copy the text (Ctrl+C)</source>
            <translation>Copier le texte (Ctrl+C)</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>Delete the last letter</source>
            <translation>Supprimer la dernière lettre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>Spelled text</source>
            <translation>Texte épelé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>What you spell appears here</source>
            <translation>Ce que vous épelez s’affiche ici</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/text_card.py" />
            <source>{count} characters</source>
            <translation>Caractères : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>32 frames</source>
            <translation>32 images</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>Left hand</source>
            <translation>Main gauche</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>Letter</source>
            <translation>Lettre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>Letter or hand</source>
            <translation>Lettre ou main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>Right hand</source>
            <translation>Main droite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>What letters are read from</source>
            <translation>Lecture des lettres</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/view.py" />
            <source>What to do</source>
            <translation>Que faire</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>Four or five letters</source>
            <translation>Quatre ou cinq lettres</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>Long words, names</source>
            <translation>Mots longs, noms</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>Next word</source>
            <translation>Mot suivant</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>Session: no word yet</source>
            <translation>Séance : pas encore de mot</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>Three letters</source>
            <translation>Trois lettres</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>Word to spell: {word}</source>
            <translation>Mot à épeler : {word}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>Words {count}</source>
            <translation>Mots : {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>left out</source>
            <translation>laissée de côté</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>right after another letter</source>
            <translation>juste, mais après une autre lettre</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>right at once {share}</source>
            <translation>du premier coup : {share}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>still to come</source>
            <translation>à venir</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/word_card.py" />
            <source>{rate} letters a minute</source>
            <translation>{rate} lettres par minute</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>All letters were shown</source>
            <translation>Toutes les lettres ont été montrées</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Calibrate</source>
            <translation>Calibrer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Fit the reader to your hand</source>
            <translation>Adaptez la lecture à votre main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>For the same letter again, move your hand aside.</source>
            <translation>Pour répéter la même lettre, déplacez la main sur le côté.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Hold it still, as you would sign it.</source>
            <translation>Ne la bougez pas, comme si vous signiez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Hold the letter still for a moment.</source>
            <translation>Tenez la lettre un instant sans bouger.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Hold the letter.</source>
            <translation>Tenez la lettre.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Hold {letter}</source>
            <translation>Tenez {letter}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Keep it still.</source>
            <translation>Ne bougez pas.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Letter {place} of {count}</source>
            <translation>Lettre {place} sur {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Letters cannot be read</source>
            <translation>Les lettres ne peuvent pas être lues</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Next: {letter}</source>
            <translation>Ensuite : {letter}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>No hand</source>
            <translation>Pas de main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Press R to play it again.</source>
            <translation>Appuyez sur R pour le relire.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Raise it beside your shoulder, palm forward.</source>
            <translation>Levez-la à côté de l’épaule, paume en avant.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Read correctly before: {before}, now: {after}</source>
            <translation>Bien lues avant : {before}, maintenant : {after}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>See the message above.</source>
            <translation>Voyez le message ci-dessus.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Shape your hand like the one on the right.</source>
            <translation>Formez votre main comme celle de droite.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Show a hand</source>
            <translation>Montrez une main</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Show each letter once, about a minute. You can stop at any time and go on later.</source>
            <translation>Montrez chaque lettre une fois, en une minute environ. Vous pouvez arrêter à tout moment et continuer plus tard.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Show {letter}</source>
            <translation>Montrez {letter}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Space</source>
            <translation>Espace</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Spell</source>
            <translation>Épeler</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Stopped</source>
            <translation>Arrêté</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Taken: {letter}</source>
            <translation>Prise en compte : {letter}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>That was read as {letter}. Compare with the hand on the right.</source>
            <translation>On a lu {letter}. Comparez avec la main à droite.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>The hand is moving</source>
            <translation>La main bouge</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>The letter model is being loaded.</source>
            <translation>Le modèle des lettres se charge.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>The same letter again: move the hand aside.</source>
            <translation>La même lettre encore : déplacez la main sur le côté.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>This letter model cannot be fitted</source>
            <translation>Ce modèle de lettres ne peut pas être adapté</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Turn the hand to the camera and keep all fingers in the picture.</source>
            <translation>Tournez la main vers la caméra et gardez tous les doigts dans l’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>Use the model that ships.</source>
            <translation>Utilisez le modèle fourni.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>buffer {count}/{needed}</source>
            <translation>tampon {count}/{needed}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>inference {latency}</source>
            <translation>calcul {latency}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>{count} letters are kept. Go on when you like.</source>
            <translation>Lettres gardées : {count}. Continuez quand vous voulez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>{letter} is seen: hold it.</source>
            <translation>{letter} : bien vu, tenez.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>{milliseconds:.1f} ms</source>
            <translation>{milliseconds:.1f} ms</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>{seconds:.1f} seconds. The next word comes by itself.</source>
            <translation>Temps : {seconds:.1f} s. Le mot suivant vient tout seul.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>{word}: all letters right</source>
            <translation>{word} : toutes les lettres sont justes</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/spelling/words.py" />
            <source>{word}: {right} of {count} at the first attempt</source>
            <translation>{word} : {right} sur {count} du premier coup</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/state.py" />
            <source>Plug it in again; SignMirror goes on by itself.</source>
            <translation>Rebranchez-la ; SignMirror reprend tout seul.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/state.py" />
            <source>The source cannot be opened.</source>
            <translation>La source ne peut pas être ouverte.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/state.py" />
            <source>{name} gives no picture any more.</source>
            <translation>{name} ne donne plus d’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>, signs lost {count}</source>
            <translation>, signes perdus {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>Letter models are so small that nothing else would be faster.</source>
            <translation>Les modèles de lettres sont si petits que rien d’autre ne serait plus rapide.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>Status</source>
            <translation>État</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>camera</source>
            <translation>caméra</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>delay {delay}</source>
            <translation>délai {delay}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>dropped {count}</source>
            <translation>images perdues {count}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>landmarks {rate}</source>
            <translation>repères {rate}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>loading</source>
            <translation>chargement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>no model</source>
            <translation>pas de modèle</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>no pack</source>
            <translation>pas de pack</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>source</source>
            <translation>source</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>{packs} · {count} sentences</source>
            <translation>{packs} · phrases : {count}</translation>
        </message>
    </context>
</TS>
