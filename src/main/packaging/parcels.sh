#!/bin/sh
# Makes what people download out of target/smtpsh, once that is whole: a folder with a Java of its own, and the files of the
# Debian package in their places, which the build then puts into a .deb. Called by the build.
#   parcels.sh JAVA_HOME JAVA_MAJOR TARGET
set -eu
java_home=$1
java_major=$2
target=$3
umask 022

# What belongs to this place and this Java stays behind: the archives of classes.
copy() {
    mkdir -p "$2"
    (cd "$1" && tar cf - --exclude='./lib/*.ready' --exclude=./lib/place .) | (cd "$2" && tar xf -)
}

# The modules that are used when smtpsh runs. jdeps names java.desktop and java.sql too, for parts of libraries that are
# never called; jdk.crypto.ec is looked for by name.
modules=java.base,java.logging,java.management,java.naming,jdk.crypto.ec,jdk.unsupported

rm -rf "$target/image" "$target/deb"
image=$target/image/smtpsh
copy "$target/smtpsh" "$image"
# The bill of materials is made online only; Maven leaves it out where it is told to be offline.
sbom=$target/smtpsh-sbom.json
[ ! -r "$sbom" ] || cp "$sbom" "$image/"
compress=zip-6
[ "$java_major" -ge 21 ] || compress=2
"$java_home/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
    --compress="$compress" --output "$image/runtime"

deb=$target/deb
copy "$target/smtpsh" "$deb/usr/lib/smtpsh"
rm -r "$deb/usr/lib/smtpsh/completions" "$deb/usr/lib/smtpsh/docs" "$deb/usr/lib/smtpsh/README.md" \
    "$deb/usr/lib/smtpsh/LICENSE" "$deb/usr/lib/smtpsh/THIRD-PARTY.md"
share=$deb/usr/share
mkdir -p "$share/doc/smtpsh" "$share/bash-completion/completions" "$share/zsh/vendor-completions" \
    "$share/fish/vendor_completions.d"
for page in "$target"/smtpsh/docs/man/*; do
    section=${page##*.}
    mkdir -p "$share/man/man$section"
    gzip -9n <"$page" >"$share/man/man$section/${page##*/}.gz"
done
cp "$target/smtpsh/completions/smtpsh.bash" "$share/bash-completion/completions/smtpsh"
cp "$target/smtpsh/completions/_smtpsh" "$share/zsh/vendor-completions/_smtpsh"
cp "$target/smtpsh/completions/smtpsh.fish" "$share/fish/vendor_completions.d/smtpsh.fish"
cp -R "$target/smtpsh/docs" "$share/doc/smtpsh/docs"
rm -r "$share/doc/smtpsh/docs/man"
cp "$target/smtpsh/README.md" "$target/smtpsh/THIRD-PARTY.md" "$share/doc/smtpsh/"
[ ! -r "$sbom" ] || cp "$sbom" "$share/doc/smtpsh/"
{
    echo "smtpsh is licensed under the Apache License 2.0, whose text is in /usr/share/common-licenses/Apache-2.0."
    echo "It carries the libraries that THIRD-PARTY.md names, under the licences told there."
} >"$share/doc/smtpsh/copyright"
