package org.torg.api.portal;

import java.util.List;
import java.util.regex.Pattern;
import org.torg.api.account.Function;
import org.torg.api.vendor.Texts;

/**
 * What the portal knows of a capability, also while it is away.
 *
 * @param name in lower case with hyphens, 2 to 32 characters, such as {@code booking}: its pages live at
 *     {@code /services/<name>} for customers and {@code /office/services/<name>} for staff
 * @param title key of its name among the texts
 * @param texts all its sentences, in every language of the portal (nb, sv, da, fi, en)
 * @param menu its entries; may be empty
 */
public record Capability(String name, String title, Texts texts, List<MenuEntry> menu) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,31}");

    /** To whom a page belongs. */
    public enum Place {
        /** Those who buy, for the company that they have chosen. */
        CUSTOMER,
        /** Those who work for a vendor or the tenant. */
        STAFF
    }

    /**
     * An entry of a menu. Who has not the function sees none.
     *
     * @param text key among the texts
     * @param path of its page within the capability, as {@link PageLink#path}; empty for the first
     */
    public record MenuEntry(String text, Icon icon, Place place, Function function, String path) {

        public MenuEntry {
            PageLink.check(path);
        }
    }

    public Capability {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a capability: " + name);
        }
        menu = List.copyOf(menu);
    }
}
