package org.torg.contract;

import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;

/**
 * Names a part of a vendor in a failure.
 *
 * @param module name and version of the part
 * @param contract that is called
 */
public record Source(VendorId vendor, String module, Class<?> contract) {

    public VendorFailure failure(String reason) {
        return new VendorFailure(vendor, module, contract.getSimpleName(), reason);
    }

    public Source of(String otherModule, Class<?> otherContract) {
        return new Source(vendor, otherModule, otherContract);
    }
}
