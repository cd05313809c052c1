@documentation{
    desc = Paravirtual devices that only Xen knows: displays, sound cards, keyboards, virtio on Arm.
}
declaration template vmcs/types/xen-devices;

include 'vmcs/types/text';
include 'vmcs/checks/xen';

@{ connectors by identifier, with their width and height }
type vmcs_connectors = vmcs_resolution{} with vmcs_keys_are(SELF, 'identifier');

@{ paravirtual display }
type vmcs_virtual_display = {
    @{ machine that serves it, where that is not the host }
    'backend' ? vmcs_name
    @{ whether the backend can provide buffers }
    'be_alloc' ? boolean
    'connectors' ? vmcs_connectors
};

type vmcs_sample_format = choice(
    's8', 'u8', 's16_le', 's16_be', 'u16_le', 'u16_be', 's24_le', 's24_be', 'u24_le', 'u24_be', 's32_le', 's32_be',
    'u32_le', 'u32_be', 'float_le', 'float_be', 'float64_le', 'float64_be', 'iec958_subframe_le', 'iec958_subframe_be',
    'mu_law', 'a_law', 'ima_adpcm', 'mpeg', 'gsm'
);

# What a card, a device of it and a stream of that say alike stands in each of the three types.

@{ stream of a PCM device }
type vmcs_sound_stream = {
    @{ identifier of the stream }
    'unique_id' ? vmcs_identifier
    @{ direction of the stream }
    'type' ? choice('playback', 'capture')
    @{ rates of samples, in Hz }
    'sample_rates' ? long(1..768000)[1..]
    @{ formats of samples }
    'sample_formats' ? vmcs_sample_format[1..]
    @{ least number of channels }
    'channels_min' ? long(1..256)
    @{ greatest number of channels }
    'channels_max' ? long(1..256)
    @{ largest buffer of a stream, in bytes }
    'buffer_size' ? long(1..4294967295)
} with vmcs_channels_are_consistent(SELF);

@{ PCM device of a sound card }
type vmcs_sound_device = {
    @{ name of the device }
    'name' ? vmcs_option
    @{ rates of samples, in Hz }
    'sample_rates' ? long(1..768000)[1..]
    @{ formats of samples }
    'sample_formats' ? vmcs_sample_format[1..]
    @{ least number of channels }
    'channels_min' ? long(1..256)
    @{ greatest number of channels }
    'channels_max' ? long(1..256)
    @{ largest buffer of a stream, in bytes }
    'buffer_size' ? long(1..4294967295)
    @{ streams of the device }
    'streams' ? vmcs_sound_stream[1..]
} with vmcs_channels_are_consistent(SELF);

@{ paravirtual sound card }
type vmcs_sound_card = {
    @{ machine that serves it, where that is not the host }
    'backend' ? vmcs_name
    'short_name' ? vmcs_option
    'long_name' ? vmcs_option
    @{ rates of samples, in Hz }
    'sample_rates' ? long(1..768000)[1..]
    @{ formats of samples }
    'sample_formats' ? vmcs_sample_format[1..]
    @{ least number of channels }
    'channels_min' ? long(1..256)
    @{ greatest number of channels }
    'channels_max' ? long(1..256)
    @{ largest buffer of a stream, in bytes }
    'buffer_size' ? long(1..4294967295)
    @{ PCM devices of the card }
    'devices' ? vmcs_sound_device[1..]
} with vmcs_channels_are_consistent(SELF);

@{ keyboard with a pointer }
type vmcs_keyboard = {
    @{ what serves it: QEMU, or a program in a machine with Linux }
    'backend_type' : choice('qemu', 'linux')
    'unique_id' ? vmcs_option
    @{ machine that serves it, where that is not the host }
    'backend' ? vmcs_name
    @{ whether there is no keyboard }
    'disable_keyboard' ? boolean
    @{ whether there is no pointer }
    'disable_pointer' ? boolean
    @{ whether the pointer tells absolute positions }
    'abs_pointer' ? boolean
    @{ whether it tells them unscaled }
    'raw_pointer' ? boolean
    @{ whether it can be touched with many fingers }
    'multi_touch' ? boolean
    @{ width of what can be touched, in pixels }
    'multi_touch_width' ? long(1..65535)
    @{ height of what can be touched, in pixels }
    'multi_touch_height' ? long(1..65535)
    @{ number of fingers }
    'multi_touch_num_contacts' ? long(1..255)
    @{ width of what the pointer can reach, in pixels }
    'width' ? long(1..65535)
    @{ height of what the pointer can reach, in pixels }
    'height' ? long(1..65535)
} with vmcs_keyboard_is_consistent(SELF);

@{ virtio device, on Arm }
type vmcs_virtio_device = {
    @{ type of the device, as the device tree has it, such as virtio,device22 }
    'type' : vmcs_virtio_type
    @{ machine that serves it, where that is not the host }
    'backend' ? vmcs_name
    @{ how it is reached }
    'transport' ? choice('mmio')
    @{ whether memory is shared page by page }
    'grant_usage' ? boolean
};
