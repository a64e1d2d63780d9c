package org.torg.api.vendor;

/** Vendor code threw, hung or answered nonsense. Names its source; the cause stays in the log. */
public final class VendorFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String vendor;
    private final String module;
    private final String contract;
    private final String reason;

    /**
     * @param module name and version of the part that failed
     * @param contract the simple name of the contract that was called
     * @param reason in a few words, without personal data
     */
    public VendorFailure(VendorId vendor, String module, String contract, String reason) {
        super(vendor.value() + "/" + module + "/" + contract + ": " + reason);
        this.vendor = vendor.value();
        this.module = module;
        this.contract = contract;
        this.reason = reason;
    }

    public VendorId vendor() {
        return new VendorId(vendor);
    }

    public String module() {
        return module;
    }

    public String contract() {
        return contract;
    }

    public String reason() {
        return reason;
    }
}
