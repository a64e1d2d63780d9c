package org.torg.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.notification.MailTransport;

/**
 * Puts each mail into the folder {@code mails} of the tenant's data instead of sending it, where mail programs can open it. The
 * names sort by time; {@code newest.eml} is the last one. Whoever configures a mail server is preferred to it.
 */
@Component(service = MailTransport.class, property = "service.ranking:Integer=-1000")
public final class DemoMails implements MailTransport {

    private static final String NEWEST = "newest.eml";
    private static final String BOUNDARY = "torg-alternative";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    @Activate
    public DemoMails(BundleContext context, @Reference Clock clock) {
        this(
                Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse("."))
                        .resolve("mails"),
                clock);
    }

    DemoMails(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        try {
            Files.createDirectories(folder);
            String name = NAME.format(clock.now()) + "-" + mail.id().replaceAll("[^A-Za-z0-9-]", "") + ".eml";
            write(mail, folder.resolve(name));
            write(mail, folder.resolve(NEWEST));
        } catch (IOException e) {
            throw new MailException("the folder for mails cannot be written", false, e);
        }
    }

    /** Links in it let people in: only the tenant's own user may read it. */
    private void write(Mail mail, Path file) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, readableByOwnerOnly());
        Files.writeString(part, message(mail), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String message(Mail mail) {
        return String.join(
                "\n",
                "Message-ID: <" + oneLine(mail.id()) + "@demo.invalid>",
                "Date: " + DATE.format(clock.now()),
                "From: \"" + oneLine(mail.fromName()).replace("\"", "") + "\" <demo@demo.invalid>",
                "To: " + oneLine(String.join(", ", mail.to())),
                "Subject: " + oneLine(mail.subject()),
                "Auto-Submitted: auto-generated",
                "Content-Language: " + oneLine(mail.language()),
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"",
                "",
                "--" + BOUNDARY,
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                mail.text(),
                "--" + BOUNDARY,
                "Content-Type: text/html; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                mail.html(),
                "--" + BOUNDARY + "--",
                "");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private FileAttribute<?>[] readableByOwnerOnly() {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
