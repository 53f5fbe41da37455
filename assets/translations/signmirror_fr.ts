<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>SignMirror</name>
        <message>
            <location filename="../../desktop_app/app.py" />
            <source>The values before it are used instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_engine.py" />
            <source>Logs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_engine.py" />
            <source>No camera is connected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_engine.py" />
            <source>Packs and history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_engine.py" />
            <source>Plug one in, open a video, or play the built-in sample.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_engine.py" />
            <location filename="../../desktop_app/ui/main_window.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app_engine.py" />
            <source>What can be made again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <source>Something went wrong inside SignMirror: {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <source>You can go on. Please send us the log: {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>'feature_contract' in model_config.json is not a name.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>'max_frames' in model_config.json is '{0}'.</source>
            <extracomment>A message of the engine; {0}: value</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>Export the bundle again; global_stats.npz holds feature_mean and feature_std of 540 numbers each.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>Export the model again, or delete the file if it belongs to another program.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>Export the model again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>Set MODELS_DIR or ONNX_MODEL_PATH to an exported bundle, or make one with `signmirror export`.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>There is no encoder at {0}.</source>
            <extracomment>A message of the engine; {0}: model_path</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>Use a whole number from 8 to 4096.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>{0} cannot be read as JSON.</source>
            <extracomment>A message of the engine; {0}: path</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>{0} in {1} {2}.</source>
            <extracomment>A message of the engine; {0}: name; {1}: path; {2}: found</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>{0} is far too large for a configuration.</source>
            <extracomment>A message of the engine; {0}: path</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>{0} is not a JSON object.</source>
            <extracomment>A message of the engine; {0}: path</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/bundle.py" />
            <source>{0} {1}.</source>
            <extracomment>A message of the engine; {0}: path; {1}: error</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/cv.py" />
            <source>A picture of shape {0} and type {1} cannot be used.</source>
            <extracomment>A message of the engine; {0}: picture.shape; {1}: picture.dtype</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/cv.py" />
            <source>Use a camera or file that gives colour or grey pictures of 8 or 16 bits.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/dtw.py" />
            <source>Install SignMirror again, or set DTW_METHOD=fastdtw or DTW_ENABLED=false.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/dtw.py" />
            <source>The fast part of the dtaidistance library is missing, so signs cannot be compared in time.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_base.py" />
            <source>A clip without frames cannot be encoded.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_base.py" />
            <source>Check the statistics of the bundle (global_stats.npz), or export the model again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_base.py" />
            <source>Choose a longer piece.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_base.py" />
            <source>Export it with an output `embedding` of shape (batch, 256).</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_base.py" />
            <source>The encoder {0} gave a vector without direction (zero or NaN).</source>
            <extracomment>A message of the engine; {0}: self.bundle.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_base.py" />
            <source>{0} does not have one output with a vector a clip; its outputs are {1}.</source>
            <extracomment>A message of the engine; {0}: model; {1}: found</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>Check its permissions.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>Check the path, or set ONNX_MODEL_PATH.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>Choose an encoder made for this program.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>Export it as one file (`save_as_external_data=False`).</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>Export it with dense weights.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>Export it with one float32 input (batch, frames, {0}); `signmirror inspect` says what this file takes.</source>
            <extracomment>A message of the engine; {0}: layout.FEATURE_DIM</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>Export it with standard operators only.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>ONNX Runtime cannot load {0}.</source>
            <extracomment>A message of the engine; {0}: self.bundle.model_path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>Run `signmirror inspect` on it; a newer opset must be exported again as 18.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>Run `signmirror inspect` on it; export it again with a dynamic number of frames.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>There is no model at {0}.</source>
            <extracomment>A message of the engine; {0}: path</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} cannot be read.</source>
            <extracomment>A message of the engine; {0}: path</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} failed on a clip of {1} frames.</source>
            <extracomment>A message of the engine; {0}: self.bundle.model_path.name; {1}: batch.shape[1]</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} has sparse weights, which are not allowed.</source>
            <extracomment>A message of the engine; {0}: name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} is larger than {1} MB.</source>
            <extracomment>A message of the engine; {0}: path.name; {1}: MAX_MODEL_BYTES &gt;&gt; 20</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} keeps weights in another file ({1}), which is not allowed.</source>
            <extracomment>A message of the engine; {0}: name; {1}: summary.external[0] or 'unnamed'</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} takes an input of shape {1}.</source>
            <extracomment>A message of the engine; {0}: name; {1}: describe(source)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} takes {1} inputs ({2}) where one is needed.</source>
            <extracomment>A message of the engine; {0}: name; {1}: len(summary.inputs); {2}: listed</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} takes {1} numbers a frame; a frame has {2}.</source>
            <extracomment>A message of the engine; {0}: name; {1}: source.shape[2]; {2}: layout.FEATURE_DIM</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} takes {1} where float32 is needed.</source>
            <extracomment>A message of the engine; {0}: name; {1}: source.dtype</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_onnx.py" />
            <source>{0} uses operators that ONNX Runtime does not have: {1}.</source>
            <extracomment>A message of the engine; {0}: name; {1}: ', '.join(summary.custom_domains)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_torchscript.py" />
            <source>Export the bundle again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_torchscript.py" />
            <source>{0} cannot be loaded as TorchScript.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/encoder_torchscript.py" />
            <source>{0} failed on {1} frames.</source>
            <extracomment>A message of the engine; {0}: self.bundle.torchscript_path.name; {1}: batch.shape[1]</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>A landmark clip holds numbers, this one {0}.</source>
            <extracomment>A message of the engine; {0}: rows.dtype</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>A landmark clip is (frames, {0}), this one is {1}.</source>
            <extracomment>A message of the engine; {0}: layout.FEATURE_DIM; {1}: rows.shape</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>A picture cannot have the aspect ratio {0}.</source>
            <extracomment>A message of the engine; {0}: aspect</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>A recording cannot have {0} frames a second.</source>
            <extracomment>A message of the engine; {0}: fps</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>Check the frame size.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>Extract it again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>Extract the landmarks again with `signmirror preprocess`.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>Give the rate with --fps.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>Replace missing parts by zeros, or extract the landmarks again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>The feature contract '{0}' is not known; this program knows {1}.</source>
            <extracomment>A message of the engine; {0}: name; {1}: ', '.join(CONTRACTS)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>The landmarks hold values that are not numbers (NaN or infinite).</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/features.py" />
            <source>Update SignMirror, or export the model again with one of these contracts.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/signed.py" />
            <source>Keep your hands in the picture while you sign, and try again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/signed.py" />
            <source>No sign is seen in this clip: no hand is raised long enough.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Begin with a clear movement, from your hands down.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Choose the one you meant from the list, or sign it once more, clearly.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>If you meant something else, record it as a reference of your own.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>It is near one reference of '{0}', but unlike the others of it.</source>
            <extracomment>A message of the engine; {0}: best.sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Keep both hands in the picture and apart from each other.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>More light makes most cameras faster; close other programs that use it.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>No reference is open to compare with.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Nothing in the open packs is near enough; the nearest is '{0}' ({1}).</source>
            <extracomment>A message of the engine; {0}: best.sentence; {1}: best.similarity</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Open a pack in the library.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Sign it more slowly, with more light.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Sign it once more, with your hands up.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Sign the whole of it, and hold its end for a moment.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Sign when the frame lights up.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Step back a little, or move the camera, until your hands stay in the picture.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>The camera gives only {0} pictures a second.</source>
            <extracomment>A message of the engine; {0}: take.fps</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>The movement lasted less than {0} s.</source>
            <extracomment>A message of the engine; {0}: settings.min_sign_s</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>The nearest reference is made with two hands; your {0} hand was not seen.</source>
            <extracomment>A message of the engine; {0}: name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>There was hardly any movement in it.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Two signs are too alike here: '{0}' and '{1}'.</source>
            <extracomment>A message of the engine; {0}: best.sentence; {1}: other</extracomment>
            <translation>Deux signes se ressemblent trop ici : « {0} » et « {1} ».</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Watch the reference and sign it once more.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>You moved too fast for a camera of {0} pictures a second: your hand was lost.</source>
            <extracomment>A message of the engine; {0}: take.fps</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Your hands hardly moved.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <source>Your hands moved at {0}; a sign begins at {1}.</source>
            <extracomment>A message of the engine; {0}: fastest; {1}: settings.start_speed</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at the face: brows, mouth and head belong to the sign.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at the pace: where it is quick, and where the hand rests.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at the shape of the hand, finger by finger, and at where the palm points.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at the way that the hand goes.</source>
            <extracomment>A message of the engine</extracomment>
            <translation>Regardez le chemin que fait la main.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at what the other hand does, and where.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Look at where the hand is, against the face and the body.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Right: {0}.</source>
            <extracomment>A message of the engine; {0}: ', '.join((NAMES[channel] for channel in right[:3]))</extracomment>
            <translation>Réussi : {0}.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>The shape of your hand differs here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>You did it to the end.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand goes another way here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand is in another place here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand is not seen here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand should be closer to the middle of your body here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand should be further out here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand should be higher here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your hand should be lower here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your other hand differs here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>Your other hand is not seen here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>the movement</source>
            <extracomment>A message of the engine</extracomment>
            <translation>le mouvement</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>the place of your hand</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>the shape of your hand</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>the timing</source>
            <extracomment>A message of the engine</extracomment>
            <translation>le rythme</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>your face</source>
            <extracomment>A message of the engine</extracomment>
            <translation>votre visage</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>your other hand</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>{0} A good try.</source>
            <extracomment>A message of the engine; {0}: text</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>{0} Next: sign it more quickly; you took {1} times as long.</source>
            <extracomment>A message of the engine; {0}: text; {1}: 1 / speed</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>{0} Next: sign it more slowly; you were {1} times as fast.</source>
            <extracomment>A message of the engine; {0}: text; {1}: speed</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <source>{0} Next: {1}. {2}</source>
            <extracomment>A message of the engine; {0}: text; {1}: NAMES[correction]; {2}: _ADVICE[correction]</extracomment>
            <translation>{0} À travailler : {1}. {2}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/landmarks_holistic.py" />
            <source>It was left out.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/landmarks_holistic.py" />
            <source>The tracker failed on a picture.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>Choose one: {0} (--signed-language).</source>
            <extracomment>A message of the engine; {0}: ', '.join(known)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>Convert the videos again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>Give the folder with the .pose files, and a code that its table knows.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>Give the folder with the .pose files.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>It needs path and words, or file and sentence.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>Leave it out.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>No recording in {0} shows a hand.</source>
            <extracomment>A message of the engine; {0}: folder</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>Save it as CSV in UTF-8.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>There is no folder {0}.</source>
            <extracomment>A message of the engine; {0}: folder</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>{0} cannot be read as a table.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>{0} has no columns for files and letters.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>{0} holds several alphabets.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/alphabet_import.py" />
            <source>{0} shows no hand.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>Check space and permissions.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>Show one of the other letters.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>Show the letter to the camera.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>The calibration cannot be kept in {0}: {1}.</source>
            <extracomment>A message of the engine; {0}: path.parent; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>There is no hand to learn from.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/calibration.py" />
            <source>{0} cannot be shown as a still hand.</source>
            <extracomment>A message of the engine; {0}: letter</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/contract.py" />
            <source>A letter model takes one float32 input (batch, 1, 21, 3), (batch, frames, 21, 3) or (batch, frames, 63); `signmirror inspect` says what this file takes.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/contract.py" />
            <source>It must give 26 (A to Z) or {0} numbers (then SPACE, DELETE and NOTHING).</source>
            <extracomment>A message of the engine; {0}: len(CLASSES)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/contract.py" />
            <source>{0} gives {1}; no output has one number a letter.</source>
            <extracomment>A message of the engine; {0}: model; {1}: shapes</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/inspection.py" />
            <source>Export the model again; check its weights.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/inspection.py" />
            <source>The letters' scores hold NaN.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>Export it again; check its weights.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>Run `signmirror inspect` on it; export it again with opset 18.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>{0} failed on {1} frames of a hand.</source>
            <extracomment>A message of the engine; {0}: self._file; {1}: batch.shape[1]</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/model.py" />
            <source>{0} gave what is not a number.</source>
            <extracomment>A message of the engine; {0}: self._file</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/reading.py" />
            <source>Choose another file.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/reading.py" />
            <source>Give an extractor.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/reading.py" />
            <source>{0} holds no frame.</source>
            <extracomment>A message of the engine; {0}: name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/reading.py" />
            <source>{0} holds pictures, and no tracker was given.</source>
            <extracomment>A message of the engine; {0}: name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/records.py" />
            <source>The settings of fingerspelling are out of range.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/records.py" />
            <source>window_frames 1 to 256, smoothing 1 to 60, accept between 0 and 1.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/reference.py" />
            <source>'{0}' is no alphabet.</source>
            <extracomment>A message of the engine; {0}: opened.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/letters/reference.py" />
            <source>Choose a pack of letters.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/library.py" />
            <source>'{0}' is an export without features: its embeddings cannot be made again.</source>
            <extracomment>A message of the engine; {0}: pack.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/library.py" />
            <source>Check space and permissions of the pack and of the cache folder.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/library.py" />
            <source>Choose another pack, or the encoder that belongs to it (--model or MODELS_DIR).</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/library.py" />
            <source>Import its videos or features as a pack.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/library.py" />
            <source>The embeddings of '{0}' cannot be written: {1}.</source>
            <extracomment>A message of the engine; {0}: pack.name; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/library.py" />
            <source>The pack '{0}' holds features of '{1}', the encoder {2} reads '{3}'.</source>
            <extracomment>A message of the engine; {0}: pack.name; {1}: pack.feature_contract; {2}: spec.name; {3}: spec.feature_contract</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/messages.py" />
            <source>A clip is (frames, {0}), got {1}.</source>
            <extracomment>A message of the engine; {0}: layout.FEATURE_DIM; {1}: self.features.shape</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/messages.py" />
            <source>A landmark frame is ({0},) float32, got {1} {2}.</source>
            <extracomment>A message of the engine; {0}: layout.FEATURE_DIM; {1}: self.raw.shape; {2}: self.raw.dtype</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/messages.py" />
            <source>Extract its features with `signmirror preprocess`.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/messages.py" />
            <source>Frame {0} has landmarks that are not numbers (NaN or infinite).</source>
            <extracomment>A message of the engine; {0}: self.frame_id</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/messages.py" />
            <source>Record the landmarks again, or convert them with `signmirror preprocess`.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/messages.py" />
            <source>Record this clip again; the tracker failed on it.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/model_inspect.py" />
            <source>The embedding holds NaN.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/onnx_file.py" />
            <source>Choose a file that ends in .onnx and was exported as a whole.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/onnx_file.py" />
            <source>{0} is damaged or is not an ONNX model.</source>
            <extracomment>A message of the engine; {0}: name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/onnx_file.py" />
            <source>{0} is not an ONNX model, or an empty one.</source>
            <extracomment>A message of the engine; {0}: name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/__init__.py" />
            <source>A pack is a folder with pack.json, a .signpack file, or an export with embeddings.npy.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/__init__.py" />
            <source>Installed packs: {0}. A path also works.</source>
            <extracomment>A message of the engine; {0}: names</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/__init__.py" />
            <source>There is no pack '{0}'.</source>
            <extracomment>A message of the engine; {0}: name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>Make room on the disk, or set SIGNMIRROR_CACHE_DIR to another folder.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>The pack '{0}' is damaged: {1} {2}.</source>
            <extracomment>A message of the engine; {0}: pack.name; {1}: problem.file; {2}: problem.reason</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>{0} cannot be unpacked into {1}: {2}.</source>
            <extracomment>A message of the engine; {0}: path.name; {1}: home; {2}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>A clip's {0} cannot be changed.</source>
            <extracomment>A message of the engine; {0}: ', '.join(unknown) or 'nothing'</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>A pack cannot be described like that.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>A pack cannot be made in {0}: {1}.</source>
            <extracomment>A message of the engine; {0}: folder.parent; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>A sentence cannot be empty.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>A signer is right-, left- or both-handed.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Check the file.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Choose a folder you may write to.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Choose another name.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Fields are {0}.</source>
            <extracomment>A message of the engine; {0}: ', '.join(sorted(CHANGEABLE))</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Give it a text.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Import it under a name of your own (`signmirror pack import`), and change that copy.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>The pack '{0}' has no clip {1}.</source>
            <extracomment>A message of the engine; {0}: self._pack.name; {1}: ', '.join(missing[:5]) or 'like that'</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>The pack '{0}' {1} and cannot be changed.</source>
            <extracomment>A message of the engine; {0}: pack.name; {1}: why</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>The pack in {0} cannot be written: {1}.</source>
            <extracomment>A message of the engine; {0}: self._folder; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>There is '{0}' already.</source>
            <extracomment>A message of the engine; {0}: folder.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>Use right, left or both.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>`signmirror pack info` lists its clips.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/editor.py" />
            <source>{0} is not there.</source>
            <extracomment>A message of the engine; {0}: reference.media.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>'{0}' is an export with its own encoder, not a pack.</source>
            <extracomment>A message of the engine; {0}: pack.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>'{0}' is an export with its own encoder.</source>
            <extracomment>A message of the engine; {0}: pack.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>Check the disk.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>Choose another name, or --replace.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>Import its videos as a pack first.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>Import its videos as a pack.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>Let it end in {0}.</source>
            <extracomment>A message of the engine; {0}: SUFFIX</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>The pack cannot be written to {0}: {1}.</source>
            <extracomment>A message of the engine; {0}: target; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>There is a pack '{0}' already.</source>
            <extracomment>A message of the engine; {0}: target.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>{0} cannot be written: {1}.</source>
            <extracomment>A message of the engine; {0}: target; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>{0} does not read back: {1}.</source>
            <extracomment>A message of the engine; {0}: path.name; {1}: bad</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/export.py" />
            <source>{0} is no name for a pack.</source>
            <extracomment>A message of the engine; {0}: target.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>'{0}' does not exist.</source>
            <extracomment>A message of the engine; {0}: source</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>Add a line a clip.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>Check the path.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>Files to import end in {0}.</source>
            <extracomment>A message of the engine; {0}: ', '.join(sorted(VIDEO_SUFFIXES | RECORDING_SUFFIXES))</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>Save it as CSV with commas, in UTF-8.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>Split it.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>The first line names the columns: file,sentence and optionally {0}.</source>
            <extracomment>A message of the engine; {0}: ', '.join(OPTIONAL)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>There is no video and no landmark recording in '{0}'.</source>
            <extracomment>A message of the engine; {0}: source.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>{0} has no column {1}.</source>
            <extracomment>A message of the engine; {0}: table.name; {1}: ', '.join(missing)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>{0} is too large for a list of clips.</source>
            <extracomment>A message of the engine; {0}: table.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/import_jobs.py" />
            <source>{0} lists no clip.</source>
            <extracomment>A message of the engine; {0}: table.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>The references in '{0}' come from another encoder and have no features.</source>
            <extracomment>A message of the engine; {0}: pack.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>Use its own encoder: set MODELS_DIR or --model to {0}.</source>
            <extracomment>A message of the engine; {0}: pack.folder</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>Use the embeddings.npy of the same export as the model.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>{0} has vectors of {1} numbers, the encoder {2} makes {3}.</source>
            <extracomment>A message of the engine; {0}: artifacts.embeddings.name; {1}: embeddings.shape[1]; {2}: spec.name; {3}: spec.embedding_dim</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/lock.py" />
            <source>Another window or command is changing this pack right now.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/lock.py" />
            <source>Wait until it is done, then try again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>The pack '{0}' was made by a newer program (format {1}).</source>
            <extracomment>A message of the engine; {0}: folder.name; {1}: version</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>Update SignMirror.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>A pack cannot hold {0}.</source>
            <extracomment>A message of the engine; {0}: self.media.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>A reference needs frames and a sentence.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>A signer cannot be '{0}'-handed.</source>
            <extracomment>A message of the engine; {0}: self.handedness</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Give every clip its own id.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Leave this clip out.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>Media of a pack are .mp4 videos or .pose recordings.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/reference.py" />
            <source>The pack has a clip '{0}' already.</source>
            <extracomment>A message of the engine; {0}: wanted</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/scale.py" />
            <source>Choose a folder on another disk (TMPDIR).</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/scale.py" />
            <source>This needs {0} GB in {1}, {2} GB are free.</source>
            <extracomment>A message of the engine; {0}: needed * 1.2 / 1000000000.0; {1}: target.parent; {2}: free / 1000000000.0</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>'{0}' has two different sentence ids.</source>
            <extracomment>A message of the engine; {0}: sentence</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>A pack cannot hold {0} features.</source>
            <extracomment>A message of the engine; {0}: dtype</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>A pack without a reference cannot be made.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>Add at least one clip.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>Give a sentence one id.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>The new pack does not read back: {0} {1}.</source>
            <extracomment>A message of the engine; {0}: problem.file; {1}: problem.reason</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>Use float16 or float32.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/writer.py" />
            <source>{0} cannot be copied: {1}.</source>
            <extracomment>A message of the engine; {0}: media.name; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/providers.py" />
            <source>It has {0}.</source>
            <extracomment>A message of the engine; {0}: ', '.join(ort.get_available_providers())</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/providers.py" />
            <source>Run `signmirror inspect` on the model file, and `signmirror doctor`.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/providers.py" />
            <source>The encoder runs on none of the providers of this machine.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/providers.py" />
            <source>This installation of ONNX Runtime has no provider '{0}'.</source>
            <extracomment>A message of the engine; {0}: name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recogniser.py" />
            <source>A clip without frames cannot be recognised.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recogniser.py" />
            <source>Run `signmirror pack reindex` on the pack.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recogniser.py" />
            <source>The references are vectors of {0} numbers, the encoder {1} makes {2}.</source>
            <extracomment>A message of the engine; {0}: library.embeddings.shape[1]; {1}: spec.name; {2}: spec.embedding_dim</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/compare.py" />
            <source>This is very close to '{0}' ({1}). If they are the same sign, give them the same sentence; if not, the two will be mixed up.</source>
            <extracomment>A message of the engine; {0}: line.sentence; {1}: line.similarity</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/compare.py" />
            <source>This take is unlike your other takes of this sentence. Watch them, and keep the ones that are right.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>A reference needs to say what it means, who signs, and how it may be used.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>A video was recorded although the skeleton alone was chosen.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>Discard it and record again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/keep.py" />
            <source>Please fill in: {0}.</source>
            <extracomment>A message of the engine; {0}: ', '.join((name.replace('_id', '') for name in missing))</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Begin and end with your hands down.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Check that none of it is cut off.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Face the camera and keep both shoulders in the picture.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Hands are seen in only {0} of it.</source>
            <extracomment>A message of the engine; {0}: hands</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Hands are seen in only {0} of it. More light and a plain background help.</source>
            <extracomment>A message of the engine; {0}: hands</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>More light and a plain background help.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>No rest before and after the sign was seen.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>No rest before and after the sign was seen. Begin and end with your hands down.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Nothing was recorded in this piece.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Sign it more slowly, or start the recording earlier.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Sit or stand still, a step further from the camera.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Stay in the middle of the picture.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>The picture is too dark.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>The picture is too dark. Turn on a light in front of you.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>The sign lasts only {0} s.</source>
            <extracomment>A message of the engine; {0}: span.seconds</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>The sign lasts only {0} s. Check that none of it is cut off.</source>
            <extracomment>A message of the engine; {0}: span.seconds</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>The sign lasts only {0} s. Sign it more slowly, or start the recording earlier.</source>
            <extracomment>A message of the engine; {0}: span.seconds</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Turn on a light in front of you.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>You are seen in only {0} of it.</source>
            <extracomment>A message of the engine; {0}: person</extracomment>
            <translation>On ne vous voit que dans {0} de l’essai.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>You are seen in only {0} of it. Stay in the middle of the picture.</source>
            <extracomment>A message of the engine; {0}: person</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Your hips are not followed steadily.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Your hips are not followed steadily. Sit or stand still, a step further from the camera.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Your shoulders are not followed steadily.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Your shoulders are not followed steadily. Face the camera and keep both shoulders in the picture.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>Your {0} hand leaves the picture {1} at {2} s.</source>
            <extracomment>A message of the engine; {0}: name; {1}: _EDGES[edge]; {2}: start</extracomment>
            <translation>Votre main {0} sort de l’image {1} à {2} s.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>at the bottom</source>
            <extracomment>A message of the engine</extracomment>
            <translation>en bas</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>at the top</source>
            <extracomment>A message of the engine</extracomment>
            <translation>en haut</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>left</source>
            <extracomment>A message of the engine</extracomment>
            <translation>gauche</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>on your left</source>
            <extracomment>A message of the engine</extracomment>
            <translation>à votre gauche</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>on your right</source>
            <extracomment>A message of the engine</extracomment>
            <translation>à votre droite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <source>right</source>
            <extracomment>A message of the engine</extracomment>
            <translation>droite</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/take.py" />
            <source>Choose a landmark recording.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/take.py" />
            <source>Nothing was recorded.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/take.py" />
            <source>Record the take again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/take.py" />
            <source>This file holds pictures, not landmarks.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/trim.py" />
            <source>This piece of the recording holds no frame.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/video.py" />
            <source>Keep the skeleton only: the landmarks are enough to recognise and to show the sign.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/video.py" />
            <source>No picture was recorded.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/video.py" />
            <source>The camera changed its picture size.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/video.py" />
            <source>The video cannot be written to {0}.</source>
            <extracomment>A message of the engine; {0}: path.parent</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/video.py" />
            <source>The video cannot be written.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/video.py" />
            <source>This computer has no encoder for H.264 video.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/segment.py" />
            <source>Set the start threshold higher than the end threshold.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/segment.py" />
            <source>The end speed {0} must lie between 0 and the start speed {1}.</source>
            <extracomment>A message of the engine; {0}: self.end_speed; {1}: self.start_speed</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>Check its cable; it is used again as soon as it returns.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>Close other programs that use it, check that SignMirror may use the camera, or unplug it and plug it in again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>Open it first.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>Open its shutter, or unplug it and plug it in again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>Plug it in, or choose another one; `signmirror doctor` lists them.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>The camera '{0}' gives no more pictures.</source>
            <extracomment>A message of the engine; {0}: self._device.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>The camera '{0}' gives no picture.</source>
            <extracomment>A message of the engine; {0}: devices[0].name</extracomment>
            <translation>La caméra « {0} » ne donne pas d’image.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>The camera '{0}' gives the same picture over and over.</source>
            <extracomment>A message of the engine; {0}: self._device.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>The camera '{0}' is not open.</source>
            <extracomment>A message of the engine; {0}: self.wanted</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/camera.py" />
            <source>There is no camera number {0}.</source>
            <extracomment>A message of the engine; {0}: self.wanted</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <source>No camera was found.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <source>Plug it in, or choose another one; found: {0}.</source>
            <extracomment>A message of the engine; {0}: names</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <source>Plug one in, or open a video or a recording instead.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/devices.py" />
            <source>There is no camera called '{0}'.</source>
            <extracomment>A message of the engine; {0}: wanted</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/factory.py" />
            <source>'{0}' holds features, not landmarks, and cannot be shown.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/factory.py" />
            <source>Give a path, or a camera as camera:0 or camera:NAME.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/factory.py" />
            <source>Recognise it with `signmirror recognize`.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>'{0}' cannot be opened: {1}.</source>
            <extracomment>A message of the engine; {0}: path.name; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>'{0}' cannot be read as an image.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>'{0}' cannot be read: {1}.</source>
            <extracomment>A message of the engine; {0}: folder.name; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>'{0}' holds no images.</source>
            <extracomment>A message of the engine; {0}: self.path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>Check that you may open the folder.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>Check that you may read the file.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>Choose a folder with JPEG, PNG, BMP, TIFF or WebP images.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>Remove it from the folder, or save it again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/images.py" />
            <source>The folder is not open.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{0}' cannot be written: {1}.</source>
            <extracomment>A message of the engine; {0}: path; {1}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{0}' does not exist or is not a file.</source>
            <extracomment>A message of the engine; {0}: path</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{0}' holds no landmarks of MediaPipe Holistic.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{0}' is empty, longer than two hours or without coordinates.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{0}' is larger than a gigabyte.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>'{0}' is not a .pose file that can be read.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>Convert it again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>Convert the video again with MediaPipe Holistic as its pose estimator.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>Cut it into parts.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/pose_file.py" />
            <source>It may be damaged or of an unknown version; convert the video again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{0}' has numbers that are not finite.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{0}' has {1} frames, more than two hours.</source>
            <extracomment>A message of the engine; {0}: path.name; {1}: len(clip)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{0}' is larger than two hours of landmarks.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{0}' is no landmark recording of SignMirror.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{0}' is not a NumPy file that can be read.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{0}' is not a landmark recording that can be read.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{0}' is {1} of {2}; a feature clip is (frames, {3}) of floating point numbers.</source>
            <extracomment>A message of the engine; {0}: path.name; {1}: shape; {2}: kind; {3}: layout.FEATURE_DIM</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>'{0}' was written by another version of SignMirror (format {1}).</source>
            <extracomment>A message of the engine; {0}: path.name; {1}: int(fields['version'])</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>A clip cannot have {0} frames a second.</source>
            <extracomment>A message of the engine; {0}: fps</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>A landmark recording is (frames, {0}) float32 with at least one frame, got {1} {2}.</source>
            <extracomment>A message of the engine; {0}: layout.FEATURE_DIM; {1}: raw.shape; {2}: raw.dtype</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>A landmark recording may not be longer than two hours.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Collections of many clips are read by `signmirror preprocess`.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Extract its features again; the tracker failed.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Give a rate above zero.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>It may be damaged; record or copy it again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Record the landmarks again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>Save it again with numpy.save, without objects.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>The recording has landmarks that are not numbers.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording.py" />
            <source>The times of the recording are missing or run backwards.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/recording_source.py" />
            <source>The recording is not open.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{0}' breaks off after {1} of {2} seconds.</source>
            <extracomment>A message of the engine; {0}: self.path.name; {1}: played_s; {2}: promised_s</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{0}' cannot be read as a video.</source>
            <extracomment>A message of the engine; {0}: self.path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{0}' holds no picture that can be read.</source>
            <extracomment>A message of the engine; {0}: self.path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{0}' is empty.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>'{0}' is not a file.</source>
            <extracomment>A message of the engine; {0}: path</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>Choose a video file.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>Copy or record it again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>It may be damaged or of an unknown kind; convert it to MP4 (H.264) and try again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>The file is damaged or was not copied completely; copy or record it again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>The file is damaged; copy or record it again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/sources/video.py" />
            <source>The video is not open.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>'thresholds' in model_config.json is not a table of names and numbers.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Export the model again, or repair the file.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Set it to {0} or remove it.</source>
            <extracomment>A message of the engine; {0}: layout.FEATURE_DIM</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Use a number from {0} to {1}.</source>
            <extracomment>A message of the engine; {0}: low; {1}: high</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Use a whole number from {0} to {1}.</source>
            <extracomment>A message of the engine; {0}: low; {1}: high</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Use one of {0}.</source>
            <extracomment>A message of the engine; {0}: ', '.join(DTW_METHODS)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>Use true or false.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>{0} is '{1}', but a frame has {2} numbers.</source>
            <extracomment>A message of the engine; {0}: origin; {1}: value; {2}: layout.FEATURE_DIM</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>{0} is '{1}', which is neither true nor false.</source>
            <extracomment>A message of the engine; {0}: origin; {1}: value</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/thresholds.py" />
            <source>{0} is '{1}'.</source>
            <extracomment>A message of the engine; {0}: origin; {1}: value</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/window.py" />
            <source>Use for example 32, 64 and 96 rows.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/window.py" />
            <source>Window lengths must rise: {0}, {1}, {2} rows.</source>
            <extracomment>A message of the engine; {0}: self.first_rows; {1}: self.min_rows; {2}: self.max_rows</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/benchmark.py" />
            <source>Choose a video.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/benchmark.py" />
            <source>Choose another one.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/benchmark.py" />
            <source>Pictures are needed to measure the tracker.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/benchmark.py" />
            <source>The file holds no picture.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/pipeline.py" />
            <source>The live view cannot take this command now.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/pipeline.py" />
            <source>The live view has not ended yet ({0}).</source>
            <extracomment>A message of the engine; {0}: ', '.join(alive)</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/pipeline.py" />
            <source>Try again in a moment.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/pipeline.py" />
            <source>Wait a moment and try again; if it does not help, restart SignMirror.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/take_recorder.py" />
            <source>The camera or file was lost during the take.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/watchdog.py" />
            <source>Close other programs that use the camera, or unplug it and plug it in again.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/watchdog.py" />
            <source>The source did not open within {0} seconds.</source>
            <extracomment>A message of the engine; {0}: self._limits.open_s</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/worker.py" />
            <source>Restart SignMirror; if it happens again, send us the log.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/worker.py" />
            <source>The part '{0}' of the program has failed: {1}: {2}</source>
            <extracomment>A message of the engine; {0}: worker; {1}: type(error).__name__; {2}: error</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/runtime/worker.py" />
            <source>The part '{0}' of the program has not ended yet.</source>
            <extracomment>A message of the engine; {0}: self.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>Choose another value.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>Start SignMirror without it to change it here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/settings_file.py" />
            <source>{0} is held by {1}.</source>
            <extracomment>A message of the engine; {0}: key; {1}: where</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/banners.py" />
            <source>Close this message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/banners.py" />
            <source>Open a video</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/banners.py" />
            <source>Play the sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/banners.py" />
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>Bring back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>Calibration: go on or stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>Calibration: show the last letter again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>Forget all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>Leave this letter out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>Letters of the calibration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>Show the last letter again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>any gesture, or leave it out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>not shown yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <location filename="../../desktop_app/ui/motion_plot.py" />
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <source>{count} of {all} shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feed.py" />
            <source>Choose the source again; if it does not help, restart SignMirror.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_canvas.py" />
            <source>Arrow keys turn it, Home turns it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_canvas.py" />
            <source>Hand of the letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>Hand of the letter {letter}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>Hand: letter before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>Hand: next letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>Letter before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>Letter {letter}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>Next letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>Turn the hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>Turn the hand, or keep it still</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>any gesture you like</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>drag to turn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/hand_card.py" />
            <source>is drawn in the air</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Camera lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Choose a camera, a video or the sample.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Collecting frames {count}/{needed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Compare with the reference, keep both hands in the picture, or open another pack.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Getting ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>No person in the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>No picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>No picture yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>No sign is near enough</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Not recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Not sure: the two best are close</source>
            <translation>Pas sûr : les deux meilleures réponses sont proches</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Nothing in the open packs looks enough like this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>One recording of the sign fits, its other recordings do not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>One recording of “{name}” fits, its other recordings do not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Opening {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Press P to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Raise them into the picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Recognised: {sentence}</source>
            <translation>Reconnu : {sentence}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Show your hands</source>
            <translation>Montrez vos mains</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Sign it once more, larger and slower, or pick the right one from the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Sign it once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Sign with your hands in the picture, at your usual size and speed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Sign, then rest your hands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Signing</source>
            <translation>En train de signer</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Sit so that head, shoulders and hands can be seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>That was no whole sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>The answer was not certain enough.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>The hands hardly moved, so nothing was looked up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>The model is being loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>The model is still being loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>The recording has ended</source>
            <translation>L’enregistrement est terminé</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>The recordings do not agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Too little movement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Try again. If this is your region's form, it needs a reference of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Two signs fit almost equally well.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>Waiting for it to come back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>the camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline.py" />
            <source>“{first}” and “{second}” fit almost equally well.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/headline_bar.py" />
            <source>Starting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/help_dialog.py" />
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letter_panel.py" />
            <source>Next: {letters}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letter_panel.py" />
            <source>No letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letter_panel.py" />
            <source>Probability</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>32 frames</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>Calibrate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>Hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>Left hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>Letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>Letter or hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Mirror the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Open a video or recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <source>Pause or go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <source>Play the file from the start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>Practise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>Right hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Show what is tracked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>Show {view}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Single frames</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>Spell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Stronger hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>What letters are read from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>What to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>buffer {count}/{needed}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <source>inference {latency}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>All letters were shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Fit the reader to your hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>For the same letter again move the hand aside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Form it like the hand at the right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Hold it still, as you would sign it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Hold the letter still for a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Hold the letter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Hold {letter}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Keep it still.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Letter {place} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Letters cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Next: {letter}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>No hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <location filename="../../desktop_app/ui/presentation_state.py" />
            <source>Not sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Press R to play it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Raise it beside your shoulder, palm forward.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Read rightly before: {before}, now: {after}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>See the message above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Show a hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Show each letter once, about a minute. You can stop at any time and go on later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Show {letter}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Space</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Taken: {letter}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>That was read as {letter}. Compare with the hand at the right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>The hand is moving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>The letter model is being loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>The same letter again: move the hand aside.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>This letter model cannot be fitted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Turn the hand to the camera and keep all fingers in the picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>Use the model that ships.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>{count} letters are kept. Go on when you like.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>{letter} is seen: hold it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>{seconds} seconds. The next word comes by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>{share}N{NO-BREAK SPACE}%</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>{share} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>{word}: all letters right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_words.py" />
            <source>{word}: {right} of {count} at the first try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>  · take {number} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Choose a sentence to see how it is signed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Find a sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>Library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Sentences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>{shown} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>{total} references</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/live_view.py" />
            <location filename="../../desktop_app/ui/result_panel.py" />
            <source>Answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/live_view.py" />
            <source>Answers or reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/live_view.py" />
            <source>Choose answer {rank}</source>
            <translation>Choisir la réponse {rank}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/live_view.py" />
            <source>Presentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/live_view.py" />
            <source>Presentation on the large screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/live_view.py" />
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/live_view.py" />
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/live_view.py" />
            <source>Why it was not recognised, or the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>End SignMirror</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>Everywhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>Live</source>
            <translation>En direct</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>Practice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>Show the keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <source>Spelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/motion_plot.py" />
            <source>Hand speed and motion energy of the last ten seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/motion_plot.py" />
            <source>Motion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/motion_plot.py" />
            <source>Motion of the hands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/motion_plot.py" />
            <source>hand speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/motion_plot.py" />
            <source>motion energy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/motion_plot.py" />
            <source>sign found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/motion_plot.py" />
            <source>start and end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/overlay.py" />
            <source>L</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/overlay.py" />
            <source>R</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_state.py" />
            <source>One moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_state.py" />
            <location filename="../../desktop_app/ui/result_row.py" />
            <source>Recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_state.py" />
            <source>Sign it once more, at your own pace.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_state.py" />
            <location filename="../../desktop_app/ui/result_panel.py" />
            <source>Sign something</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_state.py" />
            <source>{state}. {advice}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>End the presentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>Esc: end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>Presentation: go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>Presentation: go on by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>Presentation: reference beside the answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>R: reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>SignMirror, presentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>Space: go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>T: goes on after {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/presentation_window.py" />
            <source>T: timer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Loop from here (A)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Loop to here (B)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Mirror the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>One frame back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>One frame on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Play</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Play or pause the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Position in the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference player</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference: faster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference: loop from here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference: loop to here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference: one frame back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference: one frame on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference: slower</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Reference: whole clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Speed ([ slower, ] faster)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>The reference of the chosen answer is shown here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Whole clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_panel.py" />
            <source>Last sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_panel.py" />
            <source>Loading model and packs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_panel.py" />
            <source>Nothing can be recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_panel.py" />
            <source>The best matches appear here when you rest your hands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_panel.py" />
            <source>The message above says why.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_panel.py" />
            <source>While you sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_panel.py" />
            <source>You can already see yourself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_row.py" />
            <source>choice {rank}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_row.py" />
            <source>confidence {share} percent, similarity {similarity}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_row.py" />
            <source>recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_row.py" />
            <source>similarity {value}</source>
            <translation>similarité {value}</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/result_row.py" />
            <source>{share} %</source>
            <translation>{share} %</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>A presentation goes on after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Answers averaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Answers shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Automatic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Automatic takes what was fastest here. Used after a restart.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Back to the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Below it nothing is looked up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Body, hands and face are drawn over the picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Fingerspelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>From the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>From the model ({value:.4g})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Held by {what}; it cannot be changed here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>High contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Higher: calmer. Lower: faster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Higher: fewer wrong answers are accepted, and fewer right ones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Higher: two look-alikes are more often “not sure”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>It is the one that is read when spelling. References are mirrored for left-handers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>It keeps still where the system asks for less motion.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Least distance to the second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Least movement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Least similarity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Letters are read from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>Level of the words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Nothing leaves this computer. These are all the places written to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <location filename="../../desktop_app/ui/video_view.py" />
            <source>Picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Recognition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Recognition always works on the unmirrored picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Runs on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Seconds that an answer is held on the large screen; 0: until a key is pressed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Single frames answer at once; J and Z need the last 32 frames.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Text size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>The last 32 frames</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Turn the hand of a letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Used from the next start on.</source>
            <translation>Valable à partir du prochain démarrage.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Where things are kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>a command-line flag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>{name}: back to the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>{name}: less</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>{name}: more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>All files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>All packs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Built-in sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Camera {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>From the start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>No camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Open a folder of images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Open a folder of images…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Open a video or recording…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Packs that are searched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Source of the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Videos and landmark recordings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/state.py" />
            <source>Plug it in again; SignMirror goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/state.py" />
            <source>The source cannot be opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/state.py" />
            <source>{name} gives no picture any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>, signs lost {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>Letter models are so small that nothing else would be faster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>camera</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>delay {delay}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>dropped {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>landmarks {rate}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>no model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>no pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/status_strip.py" />
            <source>{packs} · {count} sentences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>Clear the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>Copy the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>Copy the text (Ctrl+C)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>Delete the last letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>Spelled text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>What you spell appears here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>{count} characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/why_panel.py" />
            <source>Picture of the moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/why_panel.py" />
            <source>Reasons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/why_panel.py" />
            <source>Show the reference instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/why_panel.py" />
            <source>Why it was not recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>Four or five letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>Long words, names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>Next word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>Session: no word yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>Three letters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>Word to spell: {word}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>Words {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>correct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>right after another letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>right at once {share}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>still to come</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>{number}. {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/word_card.py" />
            <source>{rate} letters a minute</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
