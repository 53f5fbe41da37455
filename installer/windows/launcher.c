/* Starts the program with the Python that lies beside it. One source, two faces:
 * SignMirror.exe (-DWINDOW, no console) and SignMirror.com (console; `SignMirror` typed in a console finds it first).
 *
 * Python runs isolated: no PYTHON* variable, no user site, no registry. The manifest makes UTF-8 the code page, so
 * that MediaPipe and OpenCV, which use narrow file functions, open files below any path (Windows 10 1903 and later).
 *
 * Where a file `portable.txt` lies beside the launcher, the user's files are kept in `data` beside it. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define PATH_LENGTH 32768
#define MUTEX L"SignMirror.Running" /* the set-up asks for it before it replaces files */

typedef int (*py_main_t)(int, wchar_t **);

static wchar_t home[PATH_LENGTH], path[PATH_LENGTH];

static int fail(const wchar_t *what) {
    static wchar_t text[1400];
    _snwprintf(text, 1399, L"SignMirror cannot start: %ls (error %lu).\nPlease install it again.", what, GetLastError());
    if (GetConsoleWindow()) fwprintf(stderr, L"%ls\n", text);
    else MessageBoxW(NULL, text, L"SignMirror", MB_ICONERROR);
    return 70;
}

static const wchar_t *beside(const wchar_t *name) {
    _snwprintf(path, PATH_LENGTH - 1, L"%ls\\%ls", home, name);
    return path;
}

static void keep_data_beside(void) {
    static const wchar_t *const folders[][2] = {
        {L"SIGNMIRROR_DATA_DIR", L"data"},
        {L"SIGNMIRROR_CONFIG_DIR", L"data\\config"},
        {L"SIGNMIRROR_CACHE_DIR", L"data\\cache"},
        {L"SIGNMIRROR_LOG_DIR", L"data\\log"},
        {L"TEMP", L"data\\temp"},
        {L"TMP", L"data\\temp"},
        {L"MPLCONFIGDIR", L"data\\cache\\matplotlib"}, /* the user may have set it for other programs */
    };
    if (GetFileAttributesW(beside(L"portable.txt")) == INVALID_FILE_ATTRIBUTES) return;
    CreateDirectoryW(beside(L"data"), NULL);
    CreateDirectoryW(beside(L"data\\temp"), NULL);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) SetEnvironmentVariableW(folders[i][0], beside(folders[i][1]));
}

static int start(int argc, wchar_t **argv) {
    DWORD length = GetModuleFileNameW(NULL, home, PATH_LENGTH);
    wchar_t *slash = length && length < PATH_LENGTH ? wcsrchr(home, L'\\') : NULL;
    if (!slash) return fail(L"it does not know its own folder");
    *slash = 0;
    SetDllDirectoryW(L""); /* the current folder is no place for libraries */
    keep_data_beside();
    CreateMutexW(NULL, FALSE, MUTEX); /* held until the process ends */
    HMODULE python = LoadLibraryExW(beside(L"python\\python311.dll"), NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python) return fail(L"python311.dll cannot be loaded");
    py_main_t run = (py_main_t)(void *)GetProcAddress(python, "Py_Main");
    if (!run) return fail(L"python311.dll is damaged");
    wchar_t **arguments = calloc((size_t)argc + 7, sizeof *arguments);
    if (!arguments) return fail(L"there is no memory left");
    static wchar_t *const fixed[] = {L"-I", L"-X", L"utf8", L"-m", L"desktop_app"};
    int count = 0;
    arguments[count++] = _wcsdup(beside(L"python\\python.exe"));
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) arguments[count++] = fixed[i];
    for (int i = 1; i < argc; i++) arguments[count++] = argv[i];
    return run(count, arguments);
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, LPWSTR line, int show) {
    (void)instance; (void)previous; (void)line; (void)show;
    return start(__argc, __wargv);
}
#else
int wmain(int argc, wchar_t **argv) { return start(argc, argv); }
#endif
