package org.torg.kernel.vendor;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorFailure;
import org.torg.contract.ContractViolation;
import org.torg.contract.Source;

/**
 * The one place where vendor code is called. Whatever goes wrong there becomes a {@link VendorFailure} that names its
 * source; the cause is logged here and nowhere else.
 */
@Component(service = VendorGuard.class)
public final class VendorGuard {

    private static final Logger LOG = LoggerFactory.getLogger(VendorGuard.class);

    /**
     * The vendor behind the guard: its parts are composed, ordered and checked now, its code is guarded at every call.
     *
     * @throws VendorFailure when the vendor cannot be composed
     */
    public Vendor guard(Vendor vendor) {
        return GuardedVendor.compose(this, vendor);
    }

    /** Calls vendor code. It must answer something. */
    <T> T call(Source source, Supplier<? extends @Nullable T> code) {
        T answer;
        try {
            answer = code.get();
        } catch (VendorFailure e) {
            LOG.warn("Vendor code failed: {}", e.getMessage());
            throw e;
        } catch (ContractViolation e) {
            LOG.warn("Vendor code broke its contract: {}", e.getMessage(), e.getCause());
            throw e.source().failure(e.reason());
        } catch (Throwable e) {
            VendorFailure failure = source.failure(e.getClass().getSimpleName());
            LOG.warn("Vendor code failed: {}", failure.getMessage(), e);
            throw failure;
        }
        if (answer == null) {
            VendorFailure failure = source.failure("answered nothing");
            LOG.warn("Vendor code failed: {}", failure.getMessage());
            throw failure;
        }
        return answer;
    }
}
