@documentation{
    desc = Images that disks start as copies of, and how they are made.
}
declaration template vmcs/types/images;

include 'vmcs/types/text';
include 'vmcs/checks/images';

@{ how an image is made from packages of Debian }
type vmcs_debian = {
    @{ release by its code name, such as bookworm }
    'suite' : vmcs_suite
    @{ where the packages come from, such as https://deb.debian.org/debian }
    'mirror' ? vmcs_word
    @{ parts of the archive, such as main and contrib }
    'components' ? vmcs_word[1..]
    @{ how much is installed, in the words of mmdebstrap }
    'variant' : choice('essential', 'apt', 'minbase', 'buildd', 'important', 'standard') = 'minbase'
    @{ packages that the image has beside those of the machine }
    'include' ? vmcs_package_name[1..]
};

@{ image that disks start as copies of }
type vmcs_image = {
    @{ file of the host that holds it }
    'file' : vmcs_path
    @{ format of the data }
    'format' : choice('raw', 'qcow2') = 'qcow2'
    @{ size in MiB; where it is absent, that of the disk that starts as a copy of it }
    'size' ? long(1..1073741824)
    @{ how it is made; absent where it exists }
    'debian' ? vmcs_debian
};

@{ images by name }
type vmcs_images = vmcs_image{} with vmcs_keys_are(SELF, 'key') && vmcs_images_are_consistent(SELF);
