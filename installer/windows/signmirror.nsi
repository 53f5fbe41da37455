; makensis -DVERSION=1.2.3 -DPUBLISHER=... -DSOURCE=folder -DOUTFILE=setup.exe [-DFAST] signmirror.nsi
;
; Per user by default; /AllUsers for administrators; /S silent; /D=folder, the last option, without quotes.
; Exit codes: 0 installed, 1 cancelled, 2 refused (the text says why; silent runs print it to install-refused.txt
; in %TEMP%).
Target amd64-unicode
Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh
!include WinVer.nsh

!define NAME "SignMirror"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define SETTINGS_KEY "Software\${NAME}"
!define MUTEX "SignMirror.Running" ; as in launcher.c

Name "${NAME}"
OutFile "${OUTFILE}"
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave off ; the same files at every build
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true
VIProductVersion "${FILE_VERSION}"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey CompanyName "${PUBLISHER}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} installer"
VIAddVersionKey LegalCopyright "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\SignMirror.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"

LangString Running ${LANG_ENGLISH} "SignMirror is running. Close it, then start the installation again."
LangString Running ${LANG_FRENCH} "SignMirror est en cours d'exécution. Fermez-le, puis relancez l'installation."
LangString RunningUninstall ${LANG_ENGLISH} "SignMirror is running. Close it, then uninstall again."
LangString RunningUninstall ${LANG_FRENCH} "SignMirror est en cours d'exécution. Fermez-le, puis relancez la désinstallation."
LangString OtherFiles ${LANG_ENGLISH} "The folder $INSTDIR contains files that do not belong to SignMirror. Choose an empty or a new folder."
LangString OtherFiles ${LANG_FRENCH} "Le dossier $INSTDIR contient des fichiers qui n'appartiennent pas à SignMirror. Choisissez un dossier vide ou nouveau."
LangString NoAdministrator ${LANG_ENGLISH} "/AllUsers needs an administrator. Without /AllUsers, SignMirror is installed for you alone."
LangString NoAdministrator ${LANG_FRENCH} "/AllUsers demande les droits d'administrateur. Sans /AllUsers, SignMirror est installé pour vous seul."
LangString OldWindows ${LANG_ENGLISH} "SignMirror needs a 64-bit Windows 10, version 1903, or later."
LangString OldWindows ${LANG_FRENCH} "SignMirror demande Windows 10 64 bits, version 1903, ou plus récent."
LangString RemoveData ${LANG_ENGLISH} "Also delete your own packs, recordings, progress and settings? They cannot be restored."
LangString RemoveData ${LANG_FRENCH} "Supprimer aussi vos packs, vos enregistrements, vos progrès et vos réglages ? Ils ne pourront pas être restaurés."
LangString PackType ${LANG_ENGLISH} "SignMirror pack"
LangString PackType ${LANG_FRENCH} "Pack SignMirror"
LangString AttemptType ${LANG_ENGLISH} "SignMirror practice attempt"
LangString AttemptType ${LANG_FRENCH} "Essai SignMirror"

Var AllUsers

!macro Refuse TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  ${If} ${Silent}
    FileOpen $9 "$TEMP\SignMirror-refused.txt" w
    FileWriteUTF16LE /BOM $9 "${TEXT}"
    FileClose $9
  ${EndIf}
  SetErrorLevel 2
  Quit
!macroend

; Leaves "1" in $0 where the program runs: for this user by its mutex, for others by the library that it holds open.
!macro IsRunning
  StrCpy $0 0
  System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${MUTEX}") p .r1'
  ${If} $1 P<> 0
    System::Call 'kernel32::CloseHandle(p r1)'
    StrCpy $0 1
  ${ElseIf} ${FileExists} "$INSTDIR\python\python311.dll"
    ClearErrors
    FileOpen $1 "$INSTDIR\python\python311.dll" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend

!macro ReadAllUsers
  SetRegView 64
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    StrCpy $AllUsers 1
    SetShellVarContext all
  ${Else}
    StrCpy $AllUsers 0
    SetShellVarContext current
  ${EndIf}
!macroend

; An existing, not empty folder is taken only where it holds an older version: an update deletes whole folders.
!macro IsForeignFolder
  StrCpy $0 0
  ${IfNot} ${FileExists} "$INSTDIR\SignMirror.exe"
    ${DirState} "$INSTDIR" $1
    ${If} $1 == 1
      StrCpy $0 1
    ${EndIf}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro Refuse "$(OldWindows)"
  ${EndIf}
  !insertmacro ReadAllUsers
  ${If} $AllUsers == 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      !insertmacro Refuse "$(NoAdministrator)"
    ${EndIf}
  ${EndIf}
  ${If} $INSTDIR == "" ; no /D
    ReadRegStr $INSTDIR SHCTX "${SETTINGS_KEY}" "InstallDir"
  ${EndIf}
  ${If} $INSTDIR == ""
    ${If} $AllUsers == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${NAME}"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function CheckFolder
  !insertmacro IsForeignFolder
  ${If} $0 == 1
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(OtherFiles)"
    Abort
  ${EndIf}
FunctionEnd

!macro Associate EXTENSION CLASS TITLE
  WriteRegStr SHCTX "Software\Classes\${EXTENSION}" "" "${CLASS}"
  WriteRegStr SHCTX "Software\Classes\${CLASS}" "" "${TITLE}"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\SignMirror.exe,0"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\SignMirror.exe" app "%1"'
!macroend

; An association that another program has taken since stays as it is.
!macro Dissociate EXTENSION CLASS
  ReadRegStr $0 SHCTX "Software\Classes\${EXTENSION}" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey SHCTX "Software\Classes\${EXTENSION}"
  ${EndIf}
  DeleteRegKey SHCTX "Software\Classes\${CLASS}"
!macroend

!macro RemoveProgram
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\python"
  Delete "$INSTDIR\SignMirror.exe"
  Delete "$INSTDIR\SignMirror.com"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD_PARTY.txt"
  Delete "$INSTDIR\bill-of-materials.json"
  Delete "$INSTDIR\msvcp140*.dll"
  Delete "$INSTDIR\vcruntime140*.dll"
  Delete "$INSTDIR\vcomp140.dll"
  Delete "$INSTDIR\concrt140.dll"
!macroend

Section "${NAME}"
  !insertmacro IsRunning
  ${If} $0 == 1
    !insertmacro Refuse "$(Running)"
  ${EndIf}
  !insertmacro IsForeignFolder
  ${If} $0 == 1
    !insertmacro Refuse "$(OtherFiles)"
  ${EndIf}
  ; What an older version left must not be imported by the new one.
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\SignMirror.exe" "" "$INSTDIR\SignMirror.exe" 0
  WriteRegStr SHCTX "${SETTINGS_KEY}" "InstallDir" "$INSTDIR"
  !insertmacro Associate ".signpack" "SignMirror.pack" "$(PackType)"
  !insertmacro Associate ".signtry" "SignMirror.attempt" "$(AttemptType)"
  StrCpy $2 ""
  ${If} $AllUsers == 1
    StrCpy $2 " /AllUsers"
  ${EndIf}
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\SignMirror.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"$2'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S$2'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" "$0"
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; associations changed
SectionEnd

Function un.onInit
  !insertmacro ReadAllUsers
FunctionEnd

Section "Uninstall"
  !insertmacro IsRunning
  ${If} $0 == 1
    !insertmacro Refuse "$(RunningUninstall)"
  ${EndIf}
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays where somebody else's files are in it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !insertmacro Dissociate ".signpack" "SignMirror.pack"
  !insertmacro Dissociate ".signtry" "SignMirror.attempt"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${SETTINGS_KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ; A silent uninstallation keeps what people made.
  MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONQUESTION "$(RemoveData)" /SD IDNO IDNO keep
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\${NAME}"
  keep:
SectionEnd
