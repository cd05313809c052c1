@documentation{
    desc = What must hold between the values below /storage/images.
}
declaration template vmcs/checks/images;

include 'vmcs/functions';

function vmcs_images_are_consistent = {
    files = dict();
    foreach (name; image; ARGV[0]) {
        vmcs_add_once(files, image['file'], name, format('the file %s is used', image['file']));
    };
    true;
};
