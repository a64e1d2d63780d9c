package org.torg.api.catalog;

/** What an article is to another. */
public enum Relation {
    SPARE_PART,
    ACCESSORY,
    /** Takes the place of one that is no longer made. */
    REPLACEMENT,
    /** Does the same. */
    ALTERNATIVE
}
