package org.torg.kernel.notification;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.torg.api.notification.MailTransport.Mail;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Vendors;

/** Writes mails: in the name, the words and the colour of the vendor, in the reader's language. */
@Component(service = MailComposer.class, configurationPid = "org.torg.kernel.notification")
@Designate(ocd = MailComposer.Configuration.class)
public final class MailComposer {

    private static final String NOBODY = "Torg";
    private static final String LOCAL = "http://127.0.0.1:8181";

    @ObjectClassDefinition(name = "Torg mails")
    public @interface Configuration {

        @AttributeDefinition(
                description = "The public address of this tenant, http or https, to which links in mails lead")
        String address() default LOCAL;
    }

    private final Vendors vendors;
    private final String address;

    @Activate
    public MailComposer(@Reference Vendors vendors, Configuration configuration) {
        this(vendors, given(configuration.address()));
    }

    /** @throws IllegalArgumentException when it is no address of a web site */
    MailComposer(Vendors vendors, String address) {
        this.vendors = vendors;
        this.address = site(address);
    }

    /** Who starts the container without its launcher has not said where it is reached. */
    private static String given(String address) {
        return address.isBlank() || address.startsWith("${") ? LOCAL : address;
    }

    private static String site(String address) {
        URI uri = URI.create(address.strip());
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("address is no address of a web site");
        }
        return uri.toString().replaceAll("/+$", "");
    }

    /** Whether the vendor in whose name it is written is away. */
    boolean awaitsVendor(MailRow mail) {
        return vendor(mail).isEmpty();
    }

    /** While the vendor is away, in nobody's name and the kernel's words. */
    Mail compose(MailRow mail, MailContent content) {
        Optional<VendorDescriptor> vendor = vendor(mail);
        MailTexts texts = new MailTexts(
                vendor.flatMap(known -> vendors.speech(known.id()))
                        .map(Vendors.Speech::texts)
                        .orElse(Texts.NONE),
                vendor.flatMap(known -> known.languages().stream().findFirst()));
        String language = texts.language(mail.template(), mail.language());
        String sender = vendor.map(known -> MailWords.clean(known.name().in(Locale.forLanguageTag(language))))
                .filter(name -> !name.isEmpty())
                .orElse(NOBODY);
        MailForm form = new MailForm(texts, mail.template(), language, content.arguments());
        String subject = form.subject();
        MailLayout layout = new MailLayout(
                form,
                language,
                sender,
                Accent.of(vendor.map(VendorDescriptor::accent)),
                subject,
                content.link().map(link -> address + "/" + link.page() + "#" + link.secret()));
        return new Mail(
                mail.id(),
                List.of(content.to()),
                sender,
                Optional.empty(),
                subject,
                layout.text(),
                layout.html(),
                language);
    }

    private Optional<VendorDescriptor> vendor(MailRow mail) {
        List<VendorDescriptor> known = vendors.known();
        return mail.vendor().isEmpty()
                ? known.stream().findFirst()
                : known.stream()
                        .filter(one -> one.id().equals(mail.vendor().get()))
                        .findFirst();
    }
}
