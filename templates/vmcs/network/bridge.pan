@documentation{
    desc = An interface on a bridge of the host, which connects the guest to the host's network as if by a cable.
}
structure template vmcs/network/bridge;

'bridge' = 'xenbr0';
