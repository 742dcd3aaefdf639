; Installer for Windows, per user, no administrator. From the top of the checkout, with dist\kundenradar built:
;   makensis -DVERSION=0.1.0 packaging\windows\kundenradar.nsi      -> dist\Kundenradar-0.1.0-Setup.exe
; makensis runs on Linux as well (Debian: nsis); the folder itself can only be built on Windows.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true

!include "MUI2.nsh"
!ifndef VERSION
  !error "say -DVERSION=x.y.z"
!endif
!ifndef FOLDER
  !define FOLDER "..\..\dist\kundenradar"
!endif
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kundenradar"

Name "Kundenradar"
OutFile "..\..\dist\Kundenradar-${VERSION}-Setup.exe"
InstallDir "$LOCALAPPDATA\Programs\Kundenradar"
InstallDirRegKey HKCU "Software\Kundenradar" "InstallDir"
BrandingText "Kundenradar ${VERSION}"

!define MUI_ICON "..\..\build\icons\kundenradar.ico"
!define MUI_UNICON "..\..\build\icons\kundenradar.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\kundenradar.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Kundenradar jetzt starten"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1031 "ProductName" "Kundenradar"
VIAddVersionKey /LANG=1031 "FileDescription" "Kundenradar installieren"
VIAddVersionKey /LANG=1031 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1031 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1031 "LegalCopyright" "2026 Kundenradar contributors, MIT"

Section "Kundenradar (nötig)" SecProgram
  SectionIn RO
  ; An older version goes first: files that it had and this one has not must not stay. Only our own folder is touched.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  WriteUninstaller "$INSTDIR\Kundenradar-entfernen.exe"
  WriteRegStr HKCU "Software\Kundenradar" "InstallDir" "$INSTDIR"
  ; feed: links open the window
  WriteRegStr HKCU "Software\Classes\Kundenradar.feed" "" "URL:Feed"
  WriteRegStr HKCU "Software\Classes\Kundenradar.feed" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\Kundenradar.feed\shell\open\command" "" '"$INSTDIR\kundenradar.exe" "%1"'
  WriteRegStr HKCU "Software\Kundenradar\Capabilities" "ApplicationName" "Kundenradar"
  WriteRegStr HKCU "Software\Kundenradar\Capabilities\URLAssociations" "feed" "Kundenradar.feed"
  WriteRegStr HKCU "Software\RegisteredApplications" "Kundenradar" "Software\Kundenradar\Capabilities"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Kundenradar"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\kundenradar.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Kundenradar contributors"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\Kundenradar-entfernen.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\Kundenradar-entfernen.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "Eintrag im Startmenü" SecMenu
  CreateShortcut "$SMPROGRAMS\Kundenradar.lnk" "$INSTDIR\kundenradar.exe"
SectionEnd

Section /o "Mit Windows starten" SecAutostart
  WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Kundenradar" '"$INSTDIR\kundenradar.exe"'
SectionEnd

; What the user gathered lies elsewhere (%LOCALAPPDATA%\kundenradar) and stays.
Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\kundenradar.exe"
  Delete "$INSTDIR\kundenradar-cli.exe"
  Delete "$INSTDIR\Kundenradar-entfernen.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Kundenradar.lnk"
  DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Kundenradar"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "Software\Kundenradar"
  DeleteRegKey HKCU "Software\Classes\Kundenradar.feed"
  DeleteRegValue HKCU "Software\RegisteredApplications" "Kundenradar"
SectionEnd
