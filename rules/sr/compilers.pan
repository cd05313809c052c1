@documentation{
    desc = Which package to take where several will do.
}
declaration template sr/compilers;

suggest '/software/packages/gcc'
    when '/software/packages/compiler'
    message 'more software is compatible with gcc than with icc';
suggest '/software/packages/gcc' when '/software/packages/fortran-compiler';
