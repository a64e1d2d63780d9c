package org.torg.portal.look;

/** What attributes of articles are called. */
public final class Facets {

    private Facets() {}

    /** The portal's word for it, else its code made readable. */
    public static String name(Reader reader, String code) {
        String key = "attribute." + code;
        if (PortalTexts.has(key)) {
            return reader.text(key);
        }
        String words = code.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? code : words.substring(0, 1).toUpperCase(reader.locale()) + words.substring(1);
    }

    /** The portal's word for a value that many articles have, such as a colour; else the value as it is. */
    public static String value(Reader reader, String value) {
        String key = "value." + value.toLowerCase(java.util.Locale.ROOT);
        return PortalTexts.has(key) ? reader.text(key) : value;
    }
}
