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
            <location filename="../../desktop_app/app_library.py" />
            <source>Changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>Deleted references: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>Deleted: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>Done again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>One pack must stay open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>Preparing references for this model: {done} of {total}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>Start it without --pack to choose here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>Taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>This is done once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>Tick another one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library.py" />
            <source>Which packs are open was said when SignMirror was started.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>A pack was not prepared and is not searched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>An import into “{pack}” was not finished.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Checking “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Choose a place…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Damaged files: {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Export a pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Export “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Exported: {file}, {size}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Exporting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Fetch the pack again from where it came from, or undo what was done to its files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Going on does not read again what was done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Imported: {added}. In the pack already: {known}. Not imported: {refused}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Importing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Importing. The picture is paused meanwhile.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Installing “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>It holds videos of people: {count}. Export them only where they agreed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Leave the videos out: skeletons only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Making a copy of “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Open a pack file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Pack files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Preparing references for this model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>References in it: {count}. They are deleted from this computer and cannot be brought back. Export the pack first if you may want it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Remove “{name}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Restart SignMirror, or close and open the pack, to prepare it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Something else is being done with packs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>The import was stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>The whole pack becomes one file that others can open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Wait until it is done, or stop it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>You can add takes to it and change it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>Your copy is open in the place of the original.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>file {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>{name} (my copy)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <location filename="../../desktop_app/ui/result_row.py" />
            <location filename="../../desktop_app/ui/work_bar.py" />
            <source>{share} %</source>
            <translation>{share} %</translation>
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>“{name}” is damaged: {file} {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_library_files.py" />
            <source>“{name}” is whole. Files checked: {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_practice.py" />
            <location filename="../../desktop_app/ui/headline.py" />
            <source>The model is still being loaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_progress.py" />
            <source>All progress was deleted from this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_progress.py" />
            <source>Open their pack in the Live view, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_progress.py" />
            <source>Saved as {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_progress.py" />
            <source>Saved as {name}. Tries: {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_progress.py" />
            <source>Send this file as you like, for example by e-mail or on a memory stick.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_progress.py" />
            <source>The movements of this try are not kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_progress.py" />
            <source>These sentences are in no pack that is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/app_progress.py" />
            <source>Those of the newest tries are; this one has its score only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/cli/app_window.py" />
            <location filename="../../desktop_app/ui/background.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Keep both hands in the picture and apart from each other.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>More light makes most cameras faster; close other programs that use it.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Open a pack in the library.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/why.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Look at the face: brows, mouth and head belong to the sign.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Look at the pace: where it is quick, and where the hand rests.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Look at the shape of the hand, finger by finger, and at where the palm points.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Look at the way that the hand goes.</source>
            <extracomment>A message of the engine</extracomment>
            <translation>Regardez le chemin que fait la main.</translation>
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Look at what the other hand does, and where.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Your hand goes another way here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Your hand is in another place here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your hand is not seen here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Your hand should be closer to the middle of your body here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Your hand should be further out here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Your hand should be higher here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Your hand should be lower here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Your other hand differs here.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/feedback/words.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
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
            <source>has another size than files.csv says</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>is missing</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>is not a usable zip file</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/archive.py" />
            <source>{0} cannot be unpacked into {1}: {2}.</source>
            <extracomment>A message of the engine; {0}: path.name; {1}: home; {2}: error.strerror</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>Run `signmirror pack reindex` on it: the cache can be made again from the features.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>cannot be read</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/cache.py" />
            <source>does not describe a cache</source>
            <extracomment>A message of the engine</extracomment>
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
            <location filename="../../desktop_app/ui/library_dialogs.py" />
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
            <source>was altered (its sha256 differs)</source>
            <extracomment>A message of the engine</extracomment>
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
            <source>Copy the whole export again: embeddings.npy and embeddings_map.csv belong together, row by row.</source>
            <extracomment>A message of the engine</extracomment>
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
            <source>cannot be read as a table</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>has a vector of length zero</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/legacy.py" />
            <source>has no frames</source>
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
            <source>Fetch the pack again from where it came from; `signmirror pack verify` checks it.</source>
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
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>does not describe a pack</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>is far too large</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>is not JSON</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>is not a table of comma-separated values</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>is not the file that pack.json lists (its sha256 differs)</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/packs/manifest.py" />
            <source>names no pack or no feature contract</source>
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
            <source>ENABLE_CUDA is false</source>
            <extracomment>A message of the engine</extracomment>
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
            <location filename="../../desktop_app/engine/providers.py" />
            <source>fastest of {0} measured ({1})</source>
            <extracomment>A message of the engine; {0}: figures; {1}: figures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/providers.py" />
            <source>fastest of {0} measured ({1}); {2} failed: {3}</source>
            <extracomment>A message of the engine; {0}: figures; {1}: figures; {2}: figures; {3}: figures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/providers.py" />
            <source>the only one that runs it ({0})</source>
            <extracomment>A message of the engine; {0}: figures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/providers.py" />
            <source>the only one that runs it ({0}); {1} failed: {2}</source>
            <extracomment>A message of the engine; {0}: figures; {1}: figures; {2}: figures</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/providers.py" />
            <source>the only provider here</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/providers.py" />
            <source>{0} failed while running: {1}</source>
            <extracomment>A message of the engine; {0}: figures; {1}: figures</extracomment>
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
            <location filename="../../desktop_app/engine/recording/own_packs.py" />
            <source>A new pack needs a name.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/own_packs.py" />
            <source>Give it one, for example that of the class.</source>
            <extracomment>A message of the engine</extracomment>
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>More light and a plain background help.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
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
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Sit or stand still, a step further from the camera.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Stay in the middle of the picture.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/quality.py" />
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
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
            <location filename="../../desktop_app/ui/record_words.py" />
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
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
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
            <location filename="../../desktop_app/ui/progress_words.py" />
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
            <location filename="../../desktop_app/engine/recording/waiting_videos.py" />
            <source>Check space and permissions, or keep the skeleton only.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/recording/waiting_videos.py" />
            <source>The video cannot be written to {0}: {1}.</source>
            <extracomment>A message of the engine; {0}: folder.parent; {1}: error.strerror</extracomment>
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
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>'{0}' holds no video.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>'{0}' was written by a newer version of SignMirror.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>Check that the file is there.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>Its landmarks can be shown all the same.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>Send the try without it.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>The video of this try is not there any more.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>does not list what a try holds</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>has another size than try.json says</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>is not that of a try</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>is nothing that a try may hold</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>is too large</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/files.py" />
            <source>{0} is no name for a try.</source>
            <extracomment>A message of the engine; {0}: path.name</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/records.py" />
            <source>A note needs between one and {0} characters.</source>
            <extracomment>A message of the engine; {0}: MAX_NOTE</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/records.py" />
            <source>A try holds at most {0} notes.</source>
            <extracomment>A message of the engine; {0}: MAX_NOTES</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/records.py" />
            <source>Delete one first.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/records.py" />
            <source>Write a shorter one, or several.</source>
            <extracomment>A message of the engine</extracomment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/engine/tries/shelf.py" />
            <source>'{0}' cannot be made: {1}.</source>
            <extracomment>A message of the engine; {0}: self.folder; {1}: error.strerror</extracomment>
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
            <location filename="../../desktop_app/ui/background.py" />
            <source>Nothing was changed by halves. Try again; if it stays, send us the log.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/banners.py" />
            <source>Close this message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/banners.py" />
            <source>Forget it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/banners.py" />
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Go on</source>
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
            <source>Show why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/banners.py" />
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/banners.py" />
            <location filename="../../desktop_app/ui/library_panels.py" />
            <source>Undo</source>
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
            <location filename="../../desktop_app/ui/practising_choose.py" />
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/calibration_card.py" />
            <location filename="../../desktop_app/ui/work_bar.py" />
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
            <location filename="../../desktop_app/ui/progress_plot.py" />
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
            <location filename="../../desktop_app/ui/dialogs.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feed.py" />
            <source>Choose the source again; if it does not help, restart SignMirror.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_bars.py" />
            <source>Overall score: {score}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_bars.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>{channel}: {score}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Both move in step; no moment stands out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Both move in step; press N for the next moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Mirror both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>One step back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>One step on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <location filename="../../desktop_app/ui/record_review.py" />
            <location filename="../../desktop_app/ui/reference_player.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Picture of the reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Picture of your try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <location filename="../../desktop_app/ui/record_review.py" />
            <location filename="../../desktop_app/ui/reference_player.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Play</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Position in both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <location filename="../../desktop_app/ui/library_view.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <location filename="../../desktop_app/ui/reference_player.py" />
            <location filename="../../desktop_app/ui/review_stage.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Reference and try side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Result: faster</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Result: mirror both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Result: one step back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Result: one step on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Result: play or pause both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Result: slower</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Result: the moment before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>Result: the next moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <location filename="../../desktop_app/ui/record_review.py" />
            <location filename="../../desktop_app/ui/reference_player.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <location filename="../../desktop_app/ui/reference_player.py" />
            <source>Speed ([ slower, ] faster)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>The moment before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>The next moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_player.py" />
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_timeline.py" />
            <source>Moments to look at: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_why.py" />
            <location filename="../../desktop_app/ui/why_panel.py" />
            <source>Picture of the moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_why.py" />
            <source>{time:.1f} s after the beginning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Best: {first}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Check the camera and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Face</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Hand shape</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Hands are seen in only {share:.0%} of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>It is near one reference of “{first}”, but unlike the others of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Movement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>No picture came from the camera.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Nothing is near enough; the nearest is “{first}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Other hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Right: {first}, {second}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Right: {first}, {second}, {third}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Sign it more quickly: you took {times:.1f} times as long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Sign it more slowly: you were {times:.1f} times as fast.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Sign it once more, larger and more slowly.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Sign when the frame lights up, with your hands up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>The camera gives only {fps:.0f} pictures a second.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>The movement was too short for a sign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>The nearest reference is made with two hands; your left hand was not seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>The nearest reference is made with two hands; your right hand was not seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>The pace differs here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Timing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Two signs are too alike here: “{first}” and “{second}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>You are seen in only {share:.0%} of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>You moved too fast for a camera of {fps:.0f} pictures a second: your hand was lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>You signed it to the end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your face differs here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your hands moved at {speed:.1f}; a sign begins at {needed:.1f}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your left hand leaves the picture at the bottom at {time:.1f} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your left hand leaves the picture at the top at {time:.1f} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your left hand leaves the picture on your left at {time:.1f} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your left hand leaves the picture on your right at {time:.1f} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your right hand leaves the picture at the bottom at {time:.1f} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your right hand leaves the picture at the top at {time:.1f} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your right hand leaves the picture on your left at {time:.1f} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>Your right hand leaves the picture on your right at {time:.1f} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/feedback_words.py" />
            <source>cannot be judged</source>
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
            <location filename="../../desktop_app/ui/practising_words.py" />
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
            <location filename="../../desktop_app/ui/practising_words.py" />
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
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>The model is being loaded.</source>
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
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>A folder of videos or .pose recordings, or a CSV table with the columns file and sentence. Without a table the file names become the sentences: good_morning-2.mp4 is “good morning”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <location filename="../../desktop_app/ui/import_table.py" />
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_panels.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Category</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Choose a folder of videos or recordings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Choose a folder or table first, and tick what is to be imported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Choose a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Choose a table or clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Choose a table or clip…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Chosen: {chosen} of {total}. Double-click a label to change it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_offer.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <location filename="../../desktop_app/ui/text_card.py" />
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Cut to the moving part</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Files that were not imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Files to import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>Give the new pack a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Import videos or recordings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Into the pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Keep the videos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_offer.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Mend them and import again: what is in the pack already is not read twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Name of the new pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <location filename="../../desktop_app/ui/library_view.py" />
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>New pack…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Nothing is chosen yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Off: skeletons only, no picture of a person is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Pause the camera meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Reading videos needs the processor: the live picture would stutter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Save as CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Save as CSV…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Signer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Tables, videos and recordings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>Videos show people: say what they agreed to, or keep the skeletons only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_dialog.py" />
            <source>What was not imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_table.py" />
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_table.py" />
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_table.py" />
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Variant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/import_table.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <source>Why</source>
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
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
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
            <location filename="../../desktop_app/ui/practice_view.py" />
            <location filename="../../desktop_app/ui/record_view.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Mirror the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <location filename="../../desktop_app/ui/practice_view.py" />
            <location filename="../../desktop_app/ui/record_view.py" />
            <location filename="../../desktop_app/ui/source_bar.py" />
            <source>Open a video or recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <location filename="../../desktop_app/ui/practice_view.py" />
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Pause or go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/live_view.py" />
            <location filename="../../desktop_app/ui/practice_view.py" />
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Play the file from the start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/letters_view.py" />
            <location filename="../../desktop_app/ui/progress_view.py" />
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
            <location filename="../../desktop_app/ui/practice_view.py" />
            <location filename="../../desktop_app/ui/record_view.py" />
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
            <location filename="../../desktop_app/ui/record_form.py" />
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
            <location filename="../../desktop_app/ui/library_panels.py" />
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
            <location filename="../../desktop_app/ui/library_details.py" />
            <source>About this reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Attribution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>Different</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_panels.py" />
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>Ghanaian Sign Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>Give the pack a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Language of signs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <location filename="../../desktop_app/ui/record_form.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>Make it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>My class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>New pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Not said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>Properties of the pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>References: {count}. What you leave as it is stays different.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <location filename="../../desktop_app/ui/record_form.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>Right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/record_panels.py" />
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>What the people in it have agreed to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_dialogs.py" />
            <source>Whom to name, one a line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_model.py" />
            <source>closed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_model.py" />
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Install</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Install beside it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>More to name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>None is given: ask before you pass it on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>None: skeletons only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Pictures of people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Replace it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Sentences: {sentences}, takes: {clips}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Signers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>Videos: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>What the pack holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_offer.py" />
            <source>You have a pack of this name (version {version}, {clips} references). Replacing it takes away what you changed in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <source>All categories</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <source>All open packs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Find a sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <source>No sentence is like that. Try fewer letters, or another category.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Packs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <location filename="../../desktop_app/ui/library_view.py" />
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Sentences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <source>Sentences: {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <source>Space opens or closes a pack for recognition.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_panels.py" />
            <source>{shown} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Check all files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Choose a sentence to see how it is signed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Delete what is chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Do it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Edit what is chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Export the chosen pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Import videos or recordings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <location filename="../../desktop_app/ui/main_window.py" />
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Make an own copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>No pack is open. Tick one at the left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Open a pack file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Packs, sentences or reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Properties of the chosen pack</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Properties…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <location filename="../../desktop_app/ui/main_window.py" />
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Record a sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Remove…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>Take the last change back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>There is no sentence in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_view.py" />
            <source>This pack is empty. Record a sentence, or import videos.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>A person is seen in too little of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>A person is seen in {person} %, a hand in {hands} % of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Comes with SignMirror</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>For Spelling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>It has no sentence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>It is too short for a sign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Kept as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Language of signs: {language}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Licence: {licence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>No hands are seen in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>No licence is given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Nobody is seen in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Packs with a tick are searched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Quality</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Read only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Sentences: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Skeleton only, {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <location filename="../../desktop_app/ui/record_take_row.py" />
            <source>Take {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Takes: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>The file is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>The hand must be right, left or both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>To change it, make an own copy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Version: {version}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Video and skeleton, {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>Yours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>about {hours} h left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>about {minutes} min left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>less than a minute left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <location filename="../../desktop_app/ui/progress_words.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>{size} GB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>{size} KB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/library_words.py" />
            <source>{size} MB</source>
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
            <location filename="../../desktop_app/ui/practising_choose.py" />
            <source>Practice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <location filename="../../desktop_app/ui/progress_view.py" />
            <location filename="../../desktop_app/ui/work_bar.py" />
            <source>Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/main_window.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Review</source>
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
            <location filename="../../desktop_app/ui/practice_view.py" />
            <location filename="../../desktop_app/ui/practising_result.py" />
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>Back to the lessons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice_view.py" />
            <source>Begin, skip the countdown, or end the take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice_view.py" />
            <source>Go on by itself, or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice_view.py" />
            <source>Result: try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice_view.py" />
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>The next sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice_view.py" />
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>The sentence before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice_view.py" />
            <source>Watch the sentence again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practice_view.py" />
            <location filename="../../desktop_app/ui/practising_choose.py" />
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>What did I sign?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_choose.py" />
            <source>Find a lesson or sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_choose.py" />
            <source>Sentences of the lesson</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_choose.py" />
            <source>Sign anything; every sentence of the open packs can be the answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_choose.py" />
            <source>There is nothing to practise yet: open a pack in the library, or record a sentence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_lessons.py" />
            <source>For now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_lessons.py" />
            <source>Lessons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_parts.py" />
            <source>Recording {seconds:.1f} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_parts.py" />
            <source>Stage: {stage}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>Compared with “{name}”. Half of other people's good tries reach 80.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>Finish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>For the teacher…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>Go on by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>Moments to look at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>Nearest: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>Parts of the result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>Scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>There is nothing to compare in this try.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Watch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>Why not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_result.py" />
            <source>{channel}, at {time:.1f} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>Begin now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>Skip the countdown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>There is no reference in a free try.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>every sentence of the open packs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_stage.py" />
            <source>{lesson}: {place} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Asked was “{asked}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>By chance. Sentences: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Comparing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Due now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Get ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Good, hands down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Hands down. It begins in {seconds} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Here is why, and what to try.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Hold it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>It begins by itself in {seconds} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Lesson finished. Right: {right} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Look-alikes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>No sign was seen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Not recognised for sure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>One moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Part {part} of {parts}. Sentences: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Raise a hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Raise a hand to try once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Raise a hand to try once more. The lesson ends in {seconds} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Raise a hand to try once more. The next sentence in {seconds} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Raise a hand to try once more. The next try in {seconds} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Raise a hand, or press Enter, to try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Rest your hands when you are done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Right: “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Sign now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Sign whatever you like. A hand held above your shoulder, or Enter, begins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Surprise me</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>That looks like “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>The frame is lit while it is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>The take ends by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>Watch first. A hand held above your shoulder, or Enter, begins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>What you mixed up. Sentences: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>What you would forget next. Sentences: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/practising_words.py" />
            <source>You signed “{name}”</source>
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
            <location filename="../../desktop_app/ui/progress_dialogs.py" />
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Delete all progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_dialogs.py" />
            <source>Delete everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_dialogs.py" />
            <source>Delete everything that was kept of your practice?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_dialogs.py" />
            <source>Keep everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_dialogs.py" />
            <source>Kept movements of your newest tries, and all backups of this history</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_dialogs.py" />
            <source>Sentences practised: {count}, of which learnt: {learnt}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_dialogs.py" />
            <source>This cannot be undone. Packs, your own references and files that you saved stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_dialogs.py" />
            <source>Tries with their scores: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_dialogs.py" />
            <source>What is due, sentences that you mix up, and days in a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_lists.py" />
            <source>Nothing was taken for something else twice yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_lists.py" />
            <source>Practise all of these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_lists.py" />
            <source>Practise these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_lists.py" />
            <source>Practise {asked} and {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_plot.py" />
            <source>Accuracy by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_plot.py" />
            <source>Accuracy over time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_plot.py" />
            <source>No tries in this time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_plot.py" />
            <source>Right: {share}. Tries: {tries}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_plot.py" />
            <source>by day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_plot.py" />
            <source>by week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_plot.py" />
            <source>overall score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_plot.py" />
            <source>right tries, %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_plot.py" />
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Days in a row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Easily mixed up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Go to Practice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Newest tries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Nothing practised yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <location filename="../../desktop_app/ui/review_files.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Open a try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Practise what is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Return or a double click shows a try again, with its notes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Right of all tries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Save all tries as a table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Save all tries as a table (CSV)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Sentences learnt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Tables</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>Your tries will be kept here, on this computer only. Practise a first sign to begin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>of which new: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>of {count} practised; learnt: the last three right, on two days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>practice.csv</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_view.py" />
            <source>{right} of {tries}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Free try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Overall: {score} of 100</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>The damaged file is kept as {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Tries since that copy are missing; the damaged file is kept as {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Your practice history was damaged, and there was no good copy of it. A new one was begun.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>Your practice history was damaged. The last good copy was put back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>a missed day does no harm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>a missed day is forgiven</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>not recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>not seen well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>right {right} of {tries}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>taken for {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>today {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>up to yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>yesterday {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>{asked} was taken for {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>{percent} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/progress_words.py" />
            <source>{times} times; tries in all: {tries}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source> s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Add to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Both alike</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Countdown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>For example: Class 3</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>For example: Ghanaian Sign Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>For example: MIT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>For example: greetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Its name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Keep the skeleton only: no picture of you is stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>May be used by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Name or initials</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Region or form, if there are several</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>Sign language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Takes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>This computer writes no H.264 video, so only the skeleton can be kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <source>What the sign means</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>{name}: less</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_form.py" />
            <location filename="../../desktop_app/ui/settings_view.py" />
            <source>{name}: more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_panels.py" />
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_panels.py" />
            <source>Go to the Library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_panels.py" />
            <source>Next sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_panels.py" />
            <source>Recognised from now on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_panels.py" />
            <location filename="../../desktop_app/ui/record_words.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_panels.py" />
            <source>Stay</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_panels.py" />
            <source>These takes are not saved yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_panels.py" />
            <source>Try it in Live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_panels.py" />
            <source>“{sentence}” in {pack}. Takes: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <source>Ends as they were found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <source>Keep from here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <source>Keep to here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <source>Kept: {start} to {end} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <source>Not kept on the disk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <location filename="../../desktop_app/ui/reference_player.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>One frame back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <location filename="../../desktop_app/ui/reference_player.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>One frame on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <source>Picture of the take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <source>Play or pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_review.py" />
            <source>The take is shown here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_stage.py" />
            <source>Recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_stage.py" />
            <source>Recording begins in {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_stage.py" />
            <source>Recording {seconds} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_take_row.py" />
            <source>Keep take {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Discard all takes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>It can be kept. What was noticed:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>It cannot be a reference, because:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>It was cut after a minute, which is as long as a take may be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Next take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Nothing is wrong with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Now ({seconds})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Pictures were lost while it was recorded: {count}. Better record it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Record again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Save takes: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Show this moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>The take is being looked at.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_takes.py" />
            <source>Wait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_timeline.py" />
            <source>Drag the ends, or choose one with Up and Down and move it with Left and Right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_timeline.py" />
            <source>End at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_timeline.py" />
            <source>Part of the take that is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_timeline.py" />
            <source>Start at {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>A picture is kept only with the signer's consent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>Another licence…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>Anybody, with my name (CC BY 4.0)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>Anybody, with my name, passed on alike (CC BY-SA 4.0)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>Anybody, without conditions (CC0)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>Give the signer's name or initials.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>Only for this class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>Say how the reference may be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>Say what you are going to sign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_values.py" />
            <source>This pack may keep the video of me and show it to all who open it, until I ask for its deletion.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Drop the take, or stop the clock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Save the takes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Start, or end the take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_view.py" />
            <source>Takes or details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Again in {seconds} s. Esc stops the clock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Before the first take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Begin and end with your hands down, or set the ends by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Good take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Hands are seen in only {share} of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>It did not work several times: look at the picture, then press Space.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Keep your hands down. Sign when the border turns red.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Looking at the take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Move back a little, or sign nearer to your body.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Next take in {seconds} s. Esc stops the clock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>No hand is seen. Raise your hands into the picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>No take yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Not usable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Press Enter, or hold a hand up for a moment. Begin and end with your hands down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Press Space for a take.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Press Space to record it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Raise your hands into the picture. More light and a plain background help.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Ready to record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Recognised from now on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Remarks: {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Rest your hands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Save the takes, or press Space for another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Saving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Sign more slowly, or pull the ends apart if some of it is cut off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>The library is being opened anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>The same sign? Give it the same sentence. Otherwise the two will be mixed up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>The sign lasts only {seconds} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>The take ends by itself when your hands rest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>The takes are being added to the pack.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Then rest your hands: the take ends by itself. Space ends it, Esc drops it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>This is very close to “{sentence}” in {pack}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>This take is unlike your other takes of this sentence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Usable, with remarks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Watch them, and keep the ones that are right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>You are seen in only {share} of it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Your left hand leaves the picture at the bottom at {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Your left hand leaves the picture at the top at {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Your left hand leaves the picture on your left at {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Your left hand leaves the picture on your right at {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Your right hand leaves the picture at the bottom at {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Your right hand leaves the picture at the top at {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Your right hand leaves the picture on your left at {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>Your right hand leaves the picture on your right at {time}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>being looked at</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/record_words.py" />
            <source>not usable</source>
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
            <location filename="../../desktop_app/ui/review_files.py" />
            <source>Save a try to send it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_files.py" />
            <source>Tries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>Add note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Bring the deleted note back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Delete the note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>Keep the change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>New note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>New note at {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>Note at {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>Notes and moments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>Text of the note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>The whole sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>What is good here, or what to change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>What the note is about</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_notes.py" />
            <source>Your name, if you like</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_stage.py" />
            <source>Position in the try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_stage.py" />
            <source>There is no reference in this file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_stage.py" />
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Back to Progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Moment before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Next moment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>No try is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Open a file that a learner or a teacher sent you, or drop it here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Play or pause the try</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Reference: {sentence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Save a copy to send</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Saving…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Stop at every note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Video instead of the figure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../desktop_app/ui/review_view.py" />
            <source>Write a note at this moment</source>
            <translation type="unfinished" />
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
        <message>
            <location filename="../../desktop_app/ui/work_bar.py" />
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
