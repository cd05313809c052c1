@documentation{
    desc = Images, discs and packages come from stores that somebody looks after.
}
declaration template policies/sources;

# A pattern with a slash is one of places: ** is anything below.
conflict '/storage/images/*/file' && !'/storage/images/*/file' ~ '/var/lib/xen/images/**'
    message 'Images come from the store in /var/lib/xen/images';
conflict '/storage/cdroms/*/source/file' && !'/storage/cdroms/*/source/file' ~ '/var/lib/xen/images/**'
    message 'Discs come from the store in /var/lib/xen/images';
conflict '/storage/images/*/debian/mirror' && !'/storage/images/*/debian/mirror' ~ 'https://**'
    message 'Packages are fetched over https';
conflict '/software/repositories/*/url' && !'/software/repositories/*/url' ~ 'https://**'
    message 'Packages are fetched over https';
valid '/software/repositories/*/key'
    when '/software/repositories/*'
    message 'Repositories of packages are signed';
