#!/bin/sh
# Installs reportdesk for this user alone: no root, no network. Run again to replace it.
#   sh install.sh            install or replace; the command lands in ~/.local/bin
#   sh install.sh --remove   take it away; reports and settings stay
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
home=$data/reportdesk-program
bin=$HOME/.local/bin
sizes="16 24 32 48 64 128 256"

refresh() {
  if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
  if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
  if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -t "$data/icons/hicolor" || true; fi
}

# What makes a program portable, and what it has kept beside itself, goes on.
keep_own() {
  for name in portable portable.txt profile; do
    if [ -e "$1/$name" ] && [ ! -e "$2/$name" ]; then mv "$1/$name" "$2/$name"; fi
  done
}

remove() {
  rm -rf "$home.new" "$home.kept"
  for old in "$home" "$home.old"; do
    if [ ! -d "$old" ]; then continue; fi
    mkdir -p "$home.kept"
    keep_own "$old" "$home.kept"
    rm -rf "$old"
  done
  if [ -d "$home.kept/profile" ]; then
    mv "$home.kept" "$home"
    echo "便携方式的设置、备份和草稿还在 $home/profile，不要的话请自己删除。"
  fi
  rm -rf "$home.kept"
  rm -f "$bin/reportdesk" "$data/applications/reportdesk.desktop" "$data/mime/packages/reportdesk.xml"
  rm -f "$data/bash-completion/completions/reportdesk" "$data/man/man1/reportdesk.1"
  for size in $sizes; do
    rm -f "$data/icons/hicolor/${size}x$size/apps/reportdesk.png"
    rm -f "$data/icons/hicolor/${size}x$size/mimetypes/application-x-reportdesk.png"
    rm -f "$data/icons/hicolor/${size}x$size/mimetypes/application-x-reportdesk-set.png"
  done
}

install_all() {
  if ! "$here/runtime/bin/reportdesk-python" -I -c pass; then
    echo "这台电脑运行不了这个程序：系统太旧，或者处理器类型不对（需要 glibc @GLIBC@，@ARCH@）。什么都没有安装。" >&2
    exit 1
  fi
  mkdir -p "$data" "$bin" "$data/applications" "$data/mime/packages" "$data/bash-completion/completions" "$data/man/man1"
  # Left by an installation that was interrupted.
  if [ -d "$home.old" ] && [ ! -e "$home" ]; then mv "$home.old" "$home"; fi
  rm -rf "$home.new"
  cp -R "$here" "$home.new"
  if [ -e "$home" ]; then mv "$home" "$home.old"; fi
  mv "$home.new" "$home"
  if [ -d "$home.old" ]; then keep_own "$home.old" "$home"; fi
  rm -rf "$home.old"
  ln -sf "$home/reportdesk" "$bin/reportdesk"
  sed "s|^Exec=.*|Exec=\"$home/reportdesk\" %F|" "$home/share/reportdesk.desktop" >"$data/applications/reportdesk.desktop"
  cp "$home/share/reportdesk.xml" "$data/mime/packages/"
  cp "$home/share/reportdesk.bash" "$data/bash-completion/completions/reportdesk"
  cp "$home/share/reportdesk.1" "$data/man/man1/"
  for size in $sizes; do
    icons=$data/icons/hicolor/${size}x$size
    mkdir -p "$icons/apps" "$icons/mimetypes"
    cp "$home/share/icons/reportdesk-$size.png" "$icons/apps/reportdesk.png"
    cp "$home/share/icons/rdesk-$size.png" "$icons/mimetypes/application-x-reportdesk.png"
    cp "$home/share/icons/rdset-$size.png" "$icons/mimetypes/application-x-reportdesk-set.png"
  done
}

case "${1-}" in
  --remove)
    remove
    refresh
    echo "已卸载。您的报告、设置和备份都还在。"
    ;;
  "")
    install_all
    refresh
    echo "已安装。从开始菜单打开“政府信息公开年报”，或者运行 $bin/reportdesk。"
    ;;
  *)
    echo "用法：sh install.sh [--remove]" >&2
    exit 2
    ;;
esac
