/** The functions that scripts are made of; a script has those that it calls. */

/** Makes images. */
export const imageHelpers = `# is_made IMAGE HASH: whether the image is there; one of another plan is never touched.
is_made() {
    [ -e "$1" ] || return 1
    if [ "$(cat "$1.plan" 2>/dev/null)" != "$2" ]; then
        die "$1 is not the image that is planned. Remove it and the disks that depend on it, or name another file."
    fi
    say "$1 is there."
}

# put PERMISSIONS PATH: writes a file of the image.
put() {
    mkdir -p "$work/files$(dirname "$2")"
    cat > "$work/files$2"
    chmod "$1" "$work/files$2"
}

# Puts the files of the image into its filesystem, with their owners. Devices are left out, as the guest's kernel
# makes them.
unpack_into_filesystem() {
    mkdir "$work/tree"
    "\${as_root[@]}" bash -euc '
        tar --extract --numeric-owner --file="$1/files-of-image.tar" --directory="$1/tree" --exclude="./dev/*"
        chown 0:0 "$1/tree"
        mke2fs -q -F -d "$1/tree" "\${@:2}"
        chmod 755 "$1/tree"
    ' - "$work" "\${filesystem[@]}"
}`;

/** Takes kernels out of images. */
export const kernelHelpers = `# take_newest NAME FILE: copies the newest /boot/NAME-* of the image.
take_newest() {
    local newest
    newest=$(find "$work/tree/boot" -maxdepth 1 -name "$1-*" | sort --version-sort | tail -n 1)
    [ -n "$newest" ] || die "the image has no /boot/$1-*."
    install -m 644 "$newest" "$2"
}

# boot_file FROM TO: what the host boots the guest with. A file that this script has not made is left as it is.
boot_file() {
    if [ -e "$2" ] && [ ! -e "$2.plan" ]; then
        say "$2 is there and is left as it is, whatever the image has."
    elif ! cmp -s "$1" "$2"; then
        mkdir -p "$(dirname "$2")"
        install -m 644 "$1" "$2"
        printf '%s\\n' "$1" > "$2.plan"
        say "$2 is made."
    fi
}`;

export const existsHelper = `# is_there DISK: whether there is such a disk already, which is then left as it is.
is_there() {
    [ -e "$1" ] || { mkdir -p "$(dirname "$1")"; return 1; }
    say "$1 is there and is left as it is."
}

# has_room DISK SIZE: refuses a disk that is smaller than the image that it starts from.
has_room() {
    local size
    size=$(qemu-img info --output=json "$1" | sed -n 's/^    "virtual-size": \\([0-9]*\\),*$/\\1/p')
    [ "$size" -le $(($2 * 1024 * 1024)) ] || die "$1 is larger than the disk that is to start from it ($2 MiB)."
}`;

export const overlayHelper = `# overlay_disk DISK IMAGE FORMAT [MIB]: a disk that holds only what differs from the image.
overlay_disk() {
    is_there "$1" && return
    [ $# -lt 4 ] || has_room "$2" "$4"
    qemu-img create -q -f qcow2 -F "$3" -b "$2" "$1.new" \${4:+"$4M"}
    chmod 600 "$1.new"
    mv "$1.new" "$1"
    say "$1 is made."
}`;

export const copyHelper = `# copy_disk DISK IMAGE FORMAT [MIB]: a disk that begins as a copy of the image.
copy_disk() {
    is_there "$1" && return
    [ $# -lt 4 ] || has_room "$2" "$4"
    qemu-img convert -f "$3" -O raw "$2" "$1.new"
    [ $# -lt 4 ] || truncate --size="$4M" "$1.new"
    chmod 600 "$1.new"
    mv "$1.new" "$1"
    say "$1 is made."
}`;

export const blockHelper = `# copy_to_device DEVICE IMAGE FORMAT: a block device gets a copy of the image, if it holds nothing yet.
copy_to_device() {
    [ -b "$1" ] || die "$1 is no block device: make it first."
    if [ -n "$(wipefs --noheadings --no-act "$1")" ]; then
        say "$1 holds something and is left as it is."
        return
    fi
    qemu-img convert -n -f "$3" -O raw "$2" "$1"
    say "$1 is made."
}`;

export const emptyHelper = `# empty_disk DISK FORMAT MIB [COMMAND...]: a disk without data; the command makes a filesystem on it.
empty_disk() {
    is_there "$1" && return
    rm -f "$1.raw"
    if [ $# -gt 3 ]; then
        truncate --size="$3M" "$1.raw"
        "\${@:4}" "$1.raw"
        qemu-img convert -f raw -O "$2" "$1.raw" "$1.new"
        rm "$1.raw"
    else
        qemu-img create -q -f "$2" "$1.new" "$3M"
    fi
    chmod 600 "$1.new"
    mv "$1.new" "$1"
    say "$1 is made."
}`;

export const existingHelper = `# wanted_disk DISK: a disk that this script cannot make.
wanted_disk() {
    [ -e "$1" ] || die "$1 is missing: its description says neither a size nor an image, so it must be there."
}`;
