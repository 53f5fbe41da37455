; What the set-up asks about folders, and how it removes them.

; "1" in $0 where $INSTDIR holds an installation, complete or not. A portable copy is none: it has no uninstaller, and
; a program installed over it would keep its files beside itself.
!macro IsInstallation
  StrCpy $0 0
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ${If} ${FileExists} "$INSTDIR\SignMirror.exe"
    ${OrIf} ${FileExists} "$INSTDIR\SignMirror.com"
    ${OrIf} ${FileExists} "$INSTDIR\lib\desktop_app\*.*"
      StrCpy $0 1
    ${EndIf}
  ${EndIf}
!macroend

; "1" in $0 where somebody else's files are in $INSTDIR: an update deletes whole folders.
!macro IsForeignFolder
  !insertmacro IsInstallation
  ${If} $0 == 1
    StrCpy $0 0
  ${Else}
    ${DirState} "$INSTDIR" $1
    ${If} $1 == 1
      StrCpy $0 1
    ${EndIf}
  ${EndIf}
!macroend

; Megabytes in $2 that the disk lacks; 0 or less where there is enough space.
!macro MissingSpace
  CreateDirectory "$INSTDIR"
  ${GetSize} "$INSTDIR" "/S=0K" $1 $2 $3
  SectionGetSize ${PROGRAM} $2
  IntOp $2 $2 - $1
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r3, p 0, p 0) i .r4'
  ${If} $4 = 0
    StrCpy $2 0 ; not known
  ${Else}
    System::Int64Op $3 / 1048576
    Pop $3
    IntOp $2 $2 / 1024
    IntOp $2 $2 + 1
    IntOp $2 $2 - $3
  ${EndIf}
!macroend

; Removes what is on the stack, a file or a folder. Of a junction or link the link alone goes: `RMDir /r` would empty
; the folder that it points to.
!macro DefineRemoveTree PREFIX
Function ${PREFIX}RemoveTree
  Exch $0
  Push $1
  Push $2
  System::Call 'kernel32::GetFileAttributesW(w r0) i .r1'
  ${If} $1 <> -1
    IntOp $2 $1 & 0x10 ; a folder
    ${If} $2 = 0
      Delete "$0"
    ${Else}
      IntOp $2 $1 & 0x400 ; a junction or link
      ${If} $2 = 0
        FindFirst $1 $2 "$0\*"
        ${DoWhile} $2 != ""
          ${If} $2 != "."
          ${AndIf} $2 != ".."
            Push "$0\$2"
            Call ${PREFIX}RemoveTree
          ${EndIf}
          FindNext $1 $2
        ${Loop}
        FindClose $1
      ${EndIf}
      RMDir "$0"
    ${EndIf}
  ${EndIf}
  Pop $2
  Pop $1
  Pop $0
FunctionEnd
!macroend
!insertmacro DefineRemoveTree ""
!insertmacro DefineRemoveTree "un."

!macro RemoveTree PREFIX PATH
  Push "${PATH}"
  Call ${PREFIX}RemoveTree
!macroend

; Renames the folders of the program. Windows does that only where no file in them is open, so what is in use is
; found before anything is lost: "1" in $0.
!macro MoveAside PREFIX
  StrCpy $0 0
  !insertmacro RemoveTree "${PREFIX}" "$INSTDIR\lib.old"
  !insertmacro RemoveTree "${PREFIX}" "$INSTDIR\python.old"
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\lib"
    Rename "$INSTDIR\lib" "$INSTDIR\lib.old"
  ${EndIf}
  ${If} ${Errors}
    StrCpy $0 1
  ${Else}
    ${If} ${FileExists} "$INSTDIR\python"
      Rename "$INSTDIR\python" "$INSTDIR\python.old"
    ${EndIf}
    ${If} ${Errors}
      Rename "$INSTDIR\lib.old" "$INSTDIR\lib"
      StrCpy $0 1
    ${EndIf}
  ${EndIf}
!macroend
