package org.torg.api.module;

import java.time.Instant;
import java.util.List;
import org.torg.api.vendor.VendorId;

/**
 * One immutable, numbered composition of all modules of a vendor. What is published never changes; the one with the highest
 * number is the desired one.
 *
 * @param generation 1 for the first of a vendor, then one more each time
 * @param parent the generation it was made of; 0 for the first. Which parameters count follows from the chain of parents
 * @param origin why it was published
 * @param author the subject that published it, as in the audit trail
 * @param modules by symbolic name, each once; exactly one of them contributes the {@code Vendor}
 */
public record ModuleSet(
        VendorId vendor,
        long generation,
        long parent,
        Origin origin,
        Instant publishedAt,
        String author,
        List<Module> modules) {

    public enum Origin {
        /** The vendor's first, made of the tenant's module folder when it started. */
        FIRST,
        /** Modules were activated or removed. */
        ACTIVATION,
        /** An earlier generation was chosen: its modules, and its parameters. */
        ROLLBACK,
        /** A parameter was set; the modules are those of the parent. */
        PARAMETER,
        /** A snapshot build in the module folder had changed when the tenant started. */
        SNAPSHOT
    }

    /**
     * A bundle that is part of a set.
     *
     * @param symbolicName of the bundle, such as {@code org.torg.modules.campaign}
     * @param version of the bundle
     * @param digest SHA-256 of the file, 64 hexadecimal digits
     * @param blob where the file is kept in the {@code BlobStore}
     * @param contracts simple names of what it contributes, such as {@code PricingModule}, sorted
     */
    public record Module(String symbolicName, String version, String digest, String blob, List<String> contracts) {
        public Module {
            contracts = List.copyOf(contracts);
        }
    }

    public ModuleSet {
        modules = List.copyOf(modules);
    }
}
