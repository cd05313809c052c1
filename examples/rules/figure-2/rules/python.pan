structure template python;
"this" = create( "package" );
"this/PkgID" = "77" ;
#package information
"this/name" = "python" ;
"this/version" = "2.2.2" ;
"this/release" = "26" ;
"this/location" = undef;
"this/image/" = "python.img" ;
valid "/packages/tlk/version" >= "8.4" ;
valid "/packages/gcc/version" >= "3.3" ;
