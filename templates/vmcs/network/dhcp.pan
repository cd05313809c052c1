@documentation{ desc = An interface on a bridge of the host that gets its addresses by DHCP. }
structure template vmcs/network/dhcp;

'bridge' = 'xenbr0';
'dhcp4' = true;
