@documentation{
    desc = An interface whose packets the host routes, without a bridge. The description sets addresses, and the same \
without prefix lengths as allowed_addresses, to which the host makes its routes.
}
structure template vmcs/network/routed;

'script' = 'vif-route';
'addresses' = undef;
'allowed_addresses' = undef;
