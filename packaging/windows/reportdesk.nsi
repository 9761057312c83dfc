; The setup of reportdesk: for one user, without an administrator, without a network.
;   reportdesk-…-setup.exe /S [/PATH=1] [/DESKTOP=0] [/D=C:\folder]      silent; /D stands last, without quotes
;   uninstall.exe /S                                                     silent removal
; A program of 64 bits, as Windows 10 and wine run it without WoW64.
; Exit status: 0 done, 2 stopped, 3 the program is running, 4 not a 64-bit Windows 10 or later.

Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "Sections.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"

!define NAME "政府信息公开年报"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\reportdesk"
!define CLASSES "Software\Classes"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
; No longer a PATH than this is touched: NSIS itself holds 1024 characters.
!define LONGEST_PATH 800

Name "${NAME}"
OutFile "${TARGET}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\reportdesk"
InstallDirRegKey HKCU "Software\reportdesk" "InstallDir"
ManifestDPIAware true
BrandingText "reportdesk ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "CompanyName" "reportdesk contributors"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\reportdesk.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A running program holds its library: say so instead of half an update.
!macro REFUSE_WHILE_RUNNING WORDS
  ${If} ${FileExists} "$INSTDIR\runtime\python311.dll"
    ClearErrors
    FileOpen $0 "$INSTDIR\runtime\python311.dll" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "“${NAME}”正在运行，或者没有权限改写 $INSTDIR。请先保存并关闭它，再${WORDS}。" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro TELL_PATH
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
!macroend

!macro FILE_TYPE SUFFIX CLASS WORDS ICON_NUMBER
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "" "${CLASS}"
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\reportdesk.exe,${ICON_NUMBER}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\reportdesk.exe" "%1"'
!macroend

; Another program may have taken the suffix since: what is not ours stays.
!macro NO_FILE_TYPE SUFFIX CLASS
  ReadRegStr $0 HKCU "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == "${CLASS}"
    DeleteRegValue HKCU "${CLASSES}\${SUFFIX}" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${CLASS}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}"
  DeleteRegKey HKCU "${CLASSES}\${CLASS}"
!macroend

Section "程序（必需）" PROGRAM_SECTION
  SectionIn RO
  ; The old version takes its own files away; reports and settings are never here.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    CopyFiles /SILENT "$INSTDIR\uninstall.exe" "$PLUGINSDIR\old.exe"
    ExecWait '"$PLUGINSDIR\old.exe" /S /REPLACE _?=$INSTDIR'
  ${EndIf}
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${PROGRAM}/*.*"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "文件没有写全，可能是磁盘已满或没有权限。请处理后重新安装。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\reportdesk.exe"
  WriteRegStr HKCU "Software\reportdesk" "InstallDir" "$INSTDIR"
  !insertmacro FILE_TYPE ".rdesk" "reportdesk.report" "政府信息公开年报" 1
  !insertmacro FILE_TYPE ".rdset" "reportdesk.set" "政府信息公开年报汇总" 2
  WriteRegStr HKCU "${APP_PATHS}\reportdesk.exe" "" "$INSTDIR\reportdesk.exe"
  WriteRegStr HKCU "${APP_PATHS}\reportdesk-cli.exe" "" "$INSTDIR\reportdesk-cli.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\reportdesk.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "reportdesk contributors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  !insertmacro TELL_EXPLORER
SectionEnd

Section "桌面快捷方式" DESKTOP_SECTION
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\reportdesk.exe"
SectionEnd

Section /o "命令行 reportdesk-cli 加入 PATH" PATH_SECTION
  ReadRegStr $0 HKCU "Environment" "Path"
  StrLen $1 $0
  ${If} $1 > ${LONGEST_PATH}
    DetailPrint "PATH 太长，没有改动；请自己加入 $INSTDIR"
  ${Else}
    ${WordFind} ";$0;" ";$INSTDIR;" "E+1{" $2
    ${If} ${Errors}
      ${If} $0 == ""
        StrCpy $0 "$INSTDIR"
      ${Else}
        StrCpy $0 "$0;$INSTDIR"
      ${EndIf}
      WriteRegExpandStr HKCU "Environment" "Path" "$0"
      !insertmacro TELL_PATH
    ${EndIf}
  ${EndIf}
SectionEnd

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "这个程序需要 64 位的 Windows 10 或更新的系统。" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  !insertmacro REFUSE_WHILE_RUNNING "安装"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PATH=" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 == "1"
    !insertmacro SelectSection ${PATH_SECTION}
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/DESKTOP=" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 == "0"
    !insertmacro UnselectSection ${DESKTOP_SECTION}
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro REFUSE_WHILE_RUNNING "卸载"
FunctionEnd

Section "Uninstall"
  ; Out of the folder, or it can't be removed.
  SetOutPath "$TEMP"
  !include "removed.nsh"
  Delete "$INSTDIR\uninstall.exe"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/REPLACE" $1
  ${If} ${Errors}
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    Delete "$DESKTOP\${NAME}.lnk"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "Software\reportdesk"
    DeleteRegKey HKCU "${APP_PATHS}\reportdesk.exe"
    DeleteRegKey HKCU "${APP_PATHS}\reportdesk-cli.exe"
    !insertmacro NO_FILE_TYPE ".rdesk" "reportdesk.report"
    !insertmacro NO_FILE_TYPE ".rdset" "reportdesk.set"
    ReadRegStr $0 HKCU "Environment" "Path"
    StrLen $1 $0
    ${If} $1 <= ${LONGEST_PATH}
    ${AndIf} $1 > 0
      ${un.WordReplace} ";$0;" ";$INSTDIR;" ";" "+" $2
      ${If} $2 != ";$0;"
        ${un.WordReplace} "$2" ";;" ";" "+" $2
        StrCpy $2 $2 "" 1
        StrCpy $2 $2 -1
        ${If} $2 == ""
          DeleteRegValue HKCU "Environment" "Path"
        ${Else}
          WriteRegExpandStr HKCU "Environment" "Path" "$2"
        ${EndIf}
        !insertmacro TELL_PATH
      ${EndIf}
    ${EndIf}
    !insertmacro TELL_EXPLORER
  ${EndIf}
SectionEnd
