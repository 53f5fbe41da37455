/* For tests under Wine only, never shipped. Every Windows 10 from 1703 on has icuuc.dll and Wine 8 does not; Qt6Core.dll
 * links to it. This one knows no converter: every call that could fail does, and Qt falls back to its own. */
#define EXPORT __declspec(dllexport)
#define U_UNSUPPORTED_ERROR 16

static void *unsupported(int *error) {
    if (error) *error = U_UNSUPPORTED_ERROR;
    return 0;
}

EXPORT void *ucnv_open(const char *name, int *error) { (void)name; return unsupported(error); }
EXPORT void ucnv_close(void *converter) { (void)converter; }
EXPORT void ucnv_reset(void *converter) { (void)converter; }
EXPORT signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 4; }
EXPORT const char *ucnv_getName(void *converter, int *error) { (void)converter; return unsupported(error); }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error) {
    (void)name; (void)standard;
    return unsupported(error);
}
EXPORT const char *ucnv_getAvailableName(int index) { (void)index; return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT void ucnv_getToUCallBack(void *converter, void **action, const void **context) {
    (void)converter; *action = 0; *context = 0;
}
EXPORT void ucnv_getFromUCallBack(void *converter, void **action, const void **context) {
    (void)converter; *action = 0; *context = 0;
}
EXPORT void ucnv_setToUCallBack(void *c, void *n, const void *x, void **o, const void **y, int *error) {
    (void)c; (void)n; (void)x; (void)o; (void)y; unsupported(error);
}
EXPORT void ucnv_setFromUCallBack(void *c, void *n, const void *x, void **o, const void **y, int *error) {
    (void)c; (void)n; (void)x; (void)o; (void)y; unsupported(error);
}
EXPORT void ucnv_cbToUWriteUChars(void *arguments, const void *source, int length, int offset, int *error) {
    (void)arguments; (void)source; (void)length; (void)offset; unsupported(error);
}
EXPORT void ucnv_cbFromUWriteUChars(void) {}
EXPORT void ucnv_toUnicode(void) {}
EXPORT void ucnv_fromUnicode(void) {}
EXPORT int ucnv_toUCountPending(void *converter, int *error) { (void)converter; unsupported(error); return 0; }
EXPORT int ucnv_fromUCountPending(void *converter, int *error) { (void)converter; unsupported(error); return 0; }
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) {
    (void)module; (void)reason; (void)reserved;
    return 1;
}
