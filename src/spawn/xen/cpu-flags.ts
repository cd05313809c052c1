/**
 * The names by which xl knows CPU features (`cpuid` of xl.cfg(5)). It only warns of any other, and starts the machine
 * without what was asked for.
 */

import { isAtLeast, type XenRelease } from "./release.ts";

export function cpuFlags(release: XenRelease): ReadonlySet<string> {
  return isAtLeast(release, 18) ? laterFlags : earlierFlags;
}

/** Of Xen 4.17; earlier releases know fewer. */
const earlierFlags = wordsOf(`
  3dnow 3dnowext 3dnowprefetch abm acpi adx aes altmovcr8 amd-ssbd amd-stibp apic apicidsize arat arch-caps
  avx avx-vnni avx2 avx512-4fmaps avx512-4vnniw avx512-bf16 avx512-bitalg avx512-fp16 avx512-ifma
  avx512-vbmi avx512-vbmi2 avx512-vnni avx512-vp2intersect avx512-vpopcntdq avx512bw avx512cd avx512dq
  avx512er avx512f avx512pf avx512vl bmi1 bmi2 brandid btc-no cet-ibt cet-ss cldemote clflush clflushopt
  clfsh clwb clzero cmov cmplegacy cmpxchg16 cmpxchg8 cmt cntxid core-caps dca de ds dscpl dtes64 erms est
  extapic f16c family ffxsr fma fma4 fpu fsgsbase fsrcs fsrm fsrs fxsr fzrm gfni hle htt hypervisor ia64
  ibpb ibpb-ret ibrs ibrs-always ibrs-fast ibrs-same-mode ibrsb ibs intel-psfd invpcid invtsc l1d-flush
  lahfsahf lfence+ lm localapicid lwp maxhvleaf maxleaf mca mcdt-no mce md-clear misalignsse mmx mmxext
  model monitor movbe mpx msr mtrr nc no-lmsl nodeid nscb nx ospke osvw osxsave pae page1gb pat pbe pcid
  pclmulqdq pdcm perfctr_core perfctr_nb pge pku popcnt ppin prefetchwt1 proc-trace proccount procpkg pse
  pse36 psfd psn rdpid rdrand rdseed rdtscp rstr-fp-err-ptrs rtm serialize sha skinit smap smep smx
  srbds-ctrl ss ssb-no ssbd sse sse2 sse3 sse4.1 sse4.2 sse4_1 sse4_2 sse4a ssse3 stepping stibp
  stibp-always svm svm_decode svm_lbrv svm_npt svm_nrips svm_pausefilt svm_tscrate svm_vmcbclean syscall
  sysenter tbm tm tm2 topoext tsc tsc-deadline tsc_adjust tsxldtrk umip vaes virt-ssbd vme vmx vpclmulqdq
  wbnoinvd wdt x2apic xop xsave xtpr
`);

/** Of Xen 4.18 and later, which take most names from the hypervisor's own list; of 4.22 all. */
const laterFlags = wordsOf(`
  3dnow 3dnowext 3dnowprefetch abm acpi addr-msk-ext adx aes aesni altmovcr8 amd-fsrc amd-fsrs amd-ppin
  amd-prefetchi amd-ssbd amd-stibp amx-bf16 amx-complex amx-fp16 amx-int8 amx-tile apic apicidsize arat
  arch-caps arch-lbr arch-perf-mon auto-ibrs avx avx-ifma avx-ne-convert avx-vnni avx-vnni-int16
  avx-vnni-int8 avx2 avx512-4fmaps avx512-4vnniw avx512-bf16 avx512-bitalg avx512-bmm avx512-fp16
  avx512-ifma avx512-vbmi avx512-vbmi2 avx512-vnni avx512-vp2intersect avx512-vpopcntdq avx512bw avx512cd
  avx512dq avx512er avx512f avx512pf avx512vl bhi-ctrl bhi-no bld bmi1 bmi2 brandid btc-no cet-ibt cet-ss
  cet-sss cldemote clflush clflushopt clfsh clwb clzero cmov cmp-legacy cmpccxadd cmplegacy cmpxchg16
  cmpxchg8 cmt cntxid core-caps cpb cppc cpuid-user-dis cr8-legacy cx16 cx8 dbext dca ddp-ctrl de doitm ds
  dscpl dtes64 efro eibrs eist energy-filtering enqcmd epsf erms est extapic f16c family fb-clear
  fb-clear-ctrl fbsdp-no fdp-excp-only ffxsr fma fma4 fpu fred fs-gs-ns fsgsbase fsrcs fsrm fsrs fsrsc fxsr
  fzrm gds-ctrl gds-no gfni hle htt hw-pstate hybrid hypervisor ia64 ibpb ibpb-brtype ibpb-ret ibrs
  ibrs-always ibrs-fast ibrs-same-mode ibrsb ibs if-pschange-mc-no ign-umonitor intel-ppin intel-psfd
  intel-ssb-no invpcid invtsc ipred-ctrl its-no itsc l1d-flush la57 lahf-lm lahfsahf lam lass lfence+
  lfence-dispatch lkgs lm localapicid lwp maxhvleaf maxleaf mca mcdt-no mce mcu-ctrl mcu-ext md-clear mds-no
  misalignsse misc-pkg-ctrl mmx mmxext model mon-umon-mitg monitor monitorx movbe movdir64b movdiri mpx msr
  msrlist mtrr nc nmi-src no-fpu-sel no-invd no-lmsl no-nest-bp nodeid nodeid-msr nscb nx ospke osvw osxsave
  ovrclk-status pae page1gb pat pb-opt-ctrl pbe pbrsb-no pcid pclmulqdq pconfig pdcm perfctr_core perfctr_nb
  pge pks pku popcnt ppin pqe pqm prefetchi prefetchwt1 proc-trace proccount procpkg psdp-no pse pse36 psfd
  psn rdcl-no rdpid rdrand rdseed rdtscp rfds-clear rfds-no rrsba rrsba-ctrl rsba rstr-fp-err-ptrs rtm
  rtm-always-abort sbdr-ssdp-no sbpb sdbg sep serialize sgx sgx-keys sgx-lc sha sha512 skinit skip-l1dfl
  slsm sm3 sm4 smap smep smx srbds-ctrl srso-msr-fix srso-no srso-us-no ss ssb-no ssbd sse sse2 sse3 sse4-1
  sse4-2 sse4.1 sse4.2 sse4_1 sse4_2 sse4a ssse3 stepping stibp stibp-always svm svm_decode svm_lbrv svm_npt
  svm_nrips svm_pausefilt svm_tscrate svm_vmcbclean syscall sysenter taa-no tbm tm tm1 tm2 tme topoext
  tsa-l1-no tsa-sq-no tsc tsc-adjust tsc-deadline tsc_adjust tsx-ctrl tsx-force-abort tsxldtrk uc-lock-dis
  uintr uiret-uif umip vaes verw-clear virt-ssbd vme vmx vpclmulqdq waitpkg wbnoinvd wdt wrmsrns x2apic
  xapic-status xfd xgetbv1 xop xsave xsavec xsaveopt xsaves xtpr
`);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
