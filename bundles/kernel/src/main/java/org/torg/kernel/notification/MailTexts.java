package org.torg.kernel.notification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torg.api.vendor.Texts;

/**
 * The texts of mails: a vendor's own, where it has some, before the kernel's. {@code mail.<template>.subject} and
 * {@code .body} make a mail; {@code mail.<template>.<n>.<code>} puts argument n into words where it is a code;
 * {@code mail.layout.*} is what all mails share. See docs/mail.md.
 *
 * @param vendor its texts
 * @param vendorDefault its first language, where there is a vendor
 */
record MailTexts(Texts vendor, Optional<String> vendorDefault) {

    static final List<String> LANGUAGES = List.of("nb", "sv", "da", "fi", "en");

    private static final Texts KERNEL = Texts.load(MailTexts.class, LANGUAGES);
    private static final Set<String> TEMPLATES = templates();

    /** Whether there is such a template. */
    static boolean isTemplate(String template) {
        return TEMPLATES.contains(template);
    }

    static Set<String> templates() {
        return KERNEL.byLanguage().getOrDefault("en", Map.of()).keySet().stream()
                .filter(key -> key.endsWith(".subject"))
                .map(key -> key.substring("mail.".length(), key.length() - ".subject".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The language in which this template is written: the one wanted, else the vendor's first, else English. */
    String language(String template, String wanted) {
        return preferred(wanted).stream()
                .filter(language -> has(template, language))
                .findFirst()
                .orElse("en");
    }

    private boolean has(String template, String language) {
        return own(subject(template), language).isPresent()
                && own(body(template), language).isPresent();
    }

    static String subject(String template) {
        return "mail." + template + ".subject";
    }

    static String body(String template) {
        return "mail." + template + ".body";
    }

    /** The vendor's pattern before the kernel's in this language, then those of the languages that come next. */
    List<String> patterns(String key, String language) {
        return preferred(language).stream()
                .flatMap(each -> Stream.of(vendor, KERNEL)
                        .flatMap(texts -> texts.pattern(key, Locale.forLanguageTag(each)).stream()))
                .toList();
    }

    private Optional<String> own(String key, String language) {
        Locale locale = Locale.forLanguageTag(language);
        return vendor.pattern(key, locale).or(() -> KERNEL.pattern(key, locale));
    }

    private List<String> preferred(String wanted) {
        return Stream.of(Optional.of(nearest(wanted)), vendorDefault.map(MailTexts::nearest), Optional.of("en"))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Norwegian of either kind is Bokmål here; regions do not count. */
    private static String nearest(String language) {
        String code = Locale.forLanguageTag(language.replace('_', '-')).getLanguage();
        return code.equals("no") || code.equals("nn") ? "nb" : code;
    }
}
