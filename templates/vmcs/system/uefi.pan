@documentation{ desc = A fully virtualised guest that boots from its disk by UEFI. }
structure template vmcs/system/uefi;

'type' = 'hvm';
'boot/firmware' = 'uefi';
'boot/order' = list('hd');
