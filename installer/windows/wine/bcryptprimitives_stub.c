/* For tests under Wine only, never shipped. Every Windows has bcryptprimitives.dll and Wine 8 does not; extensions
 * written in Rust take ProcessPrng from it. SystemFunction036 is RtlGenRandom. */
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, unsigned long long length) {
    return SystemFunction036(buffer, (unsigned long)length);
}

int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) {
    (void)module; (void)reason; (void)reserved;
    return 1;
}
