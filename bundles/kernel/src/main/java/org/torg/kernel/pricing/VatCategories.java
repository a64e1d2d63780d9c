package org.torg.kernel.pricing;

/** VAT categories that the kernel itself names; all others come with the goods. */
final class VatCategories {

    /** Of charges for which a module names none. */
    static final String STANDARD = "standard";

    private VatCategories() {}
}
