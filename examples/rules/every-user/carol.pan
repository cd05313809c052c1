@documentation{ desc = Carol's processors and system do not suit each other, and she asks for more than allowed as well. }
object template carol;

include 'common';

'/hardware/cpu/arch' = 'i686';
'/hardware/cpu/count' = 64;
'/system/os/bits' = 64;
