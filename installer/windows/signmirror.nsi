; makensis -DVERSION=1.2.3 -DPUBLISHER=... -DSOURCE=folder -DOUTFILE=setup.exe [-DFAST] [-DSIGN=command] signmirror.nsi
;
; Per user by default; /AllUsers for administrators; /S silent; /D=folder, the last option, without quotes.
; Exit codes: 0 installed, 1 cancelled, 2 refused or failed (the text says why; silent runs write it to
; SignMirror-refused.txt in %TEMP%).
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
AllowSkipFiles off ; a silent installation would skip what it cannot write, and say that all went well
RequestExecutionLevel user
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
!endif
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

!include texts.nsh

Var AllUsers

!macro WriteReason TEXT
  ${If} ${Silent}
    FileOpen $9 "$TEMP\SignMirror-refused.txt" w
    FileWriteUTF16LE /BOM $9 "${TEXT}"
    FileClose $9
  ${EndIf}
!macroend

!macro Refuse TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  !insertmacro WriteReason "${TEXT}"
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

!include folders.nsh

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 18362 ; Windows 10, version 1903
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

; After MoveAside.
!macro RemoveProgram PREFIX
  !insertmacro RemoveTree "${PREFIX}" "$INSTDIR\lib.old"
  !insertmacro RemoveTree "${PREFIX}" "$INSTDIR\python.old"
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

Section "${NAME}" PROGRAM
  !insertmacro IsRunning
  ${If} $0 == 1
    !insertmacro Refuse "$(Running)"
  ${EndIf}
  !insertmacro IsForeignFolder
  ${If} $0 == 1
    !insertmacro Refuse "$(OtherFiles)"
  ${EndIf}
  !insertmacro MissingSpace
  ${If} $2 > 0
    RMDir "$INSTDIR" ; if it is new
    !insertmacro Refuse "$(NoSpace)"
  ${EndIf}
  !insertmacro MoveAside ""
  ${If} $0 == 1
    !insertmacro Refuse "$(InUse)"
  ${EndIf}
  ; What an older version left must not be imported by the new one.
  !insertmacro RemoveProgram ""
  SetOutPath "$INSTDIR"
  File "${SOURCE}/SignMirror.com"
  WriteUninstaller "$INSTDIR\uninstall.exe" ; early: an interrupted installation can be removed, or started again
  File /r "${SOURCE}/*"
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

; After an error that stopped the copying; a person has seen it already.
Function .onInstFailed
  !insertmacro WriteReason "$(NotInstalled)"
FunctionEnd

Function un.onInit
  !insertmacro ReadAllUsers
FunctionEnd

Section "Uninstall"
  !insertmacro IsRunning
  ${If} $0 == 1
    !insertmacro Refuse "$(RunningUninstall)"
  ${EndIf}
  !insertmacro IsInstallation ; not where somebody copied the uninstaller to
  ${If} $0 == 0
    !insertmacro Refuse "$(NotHere)"
  ${EndIf}
  !insertmacro MoveAside "un."
  ${If} $0 == 1
    !insertmacro Refuse "$(InUse)"
  ${EndIf}
  !insertmacro RemoveProgram "un."
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
  !insertmacro RemoveTree "un." "$LOCALAPPDATA\${NAME}"
  keep:
SectionEnd
