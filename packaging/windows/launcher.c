/* Starts reportdesk with the Python beside it: runtime\python311.dll, whose modules are in runtime\ and lib\.
 * Compiled twice: with CONSOLE for command lines, without for the window. */
#include <windows.h>
#include <shellapi.h>
#include <stdlib.h>
#include <wchar.h>

#define PATH_ROOM 32768

typedef int (*python_main)(int, wchar_t **);

/* `frozen` tells the program that it is its own interpreter: it starts itself again to read files apart. */
static wchar_t START[] = L"import sys; sys.frozen = True; from reportdesk.cli import main; sys.exit(main())";

/* Says what is wrong where the clerk looks, and gives the exit status of a defect. */
static int refuse(const wchar_t *what)
{
#ifdef CONSOLE
    char text[512];
    DWORD written;
    int length = WideCharToMultiByte(CP_UTF8, 0, what, -1, text, sizeof text, NULL, NULL);
    if (length > 1)
        WriteFile(GetStdHandle(STD_ERROR_HANDLE), text, length - 1, &written, NULL);
#else
    MessageBoxW(NULL, what, L"reportdesk", MB_ICONERROR | MB_OK);
#endif
    return 70;
}

static int start(int count, wchar_t **words)
{
    static wchar_t place[PATH_ROOM], library[PATH_ROOM + 32];
    DWORD length = GetModuleFileNameW(NULL, place, PATH_ROOM);
    wchar_t *last = length && length < PATH_ROOM ? wcsrchr(place, L'\\') : NULL;
    wchar_t **call = calloc(count + 4, sizeof *call);
    HMODULE python;
    python_main run;
    int used = 0;

    if (!last || !call)
        return refuse(L"找不到程序所在的文件夹，请把程序装到路径短一些的文件夹里。\n");
    *last = 0;
    wcscpy(library, place);
    wcscat(library, L"\\runtime\\python311.dll");
    /* No library is ever taken from the folder where a report lies. */
    SetDllDirectoryW(L"");
    python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run)
        return refuse(L"程序的文件不全，或者被杀毒软件隔离了。请重新安装。\n");
    call[used++] = words[0];
    call[used++] = L"-P";
    call[used++] = L"-c";
    call[used++] = START;
    while (*++words)
        call[used++] = *words;
    return run(used, call);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **words)
{
    return start(count, words);
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE none, LPWSTR line, int show)
{
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    (void)self, (void)none, (void)line, (void)show;
    return words ? start(count, words) : refuse(L"启动时读不出命令行。\n");
}
#endif
