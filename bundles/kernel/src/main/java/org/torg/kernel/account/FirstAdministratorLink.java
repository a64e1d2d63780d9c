package org.torg.kernel.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.StoreException;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.account.OneTimeSecrets.Purpose;

/**
 * At each start of a tenant without an administrator: writes a link by which one is made, to a file in the tenant's data
 * folder that nobody else can read. The file goes when the link was used. The secret is in no log.
 */
@Component(service = FirstAdministratorLink.class, immediate = true)
public final class FirstAdministratorLink {

    private static final String LOCAL = "http://127.0.0.1:8181";

    static final String FILE = "first-administrator.txt";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorLink.class);

    private final Transactions transactions;
    private final IdentityStore identity;
    private final OneTimeSecrets secrets;
    private final Path file;
    private final String address;

    @Activate
    public FirstAdministratorLink(
            BundleContext context,
            @Reference Transactions transactions,
            @Reference IdentityStore identity,
            @Reference OneTimeSecrets secrets) {
        this(
                transactions,
                identity,
                secrets,
                Path.of(Optional.ofNullable(context.getProperty("karaf.data")).orElse(".")),
                Optional.ofNullable(context.getProperty("torg.public.address")).orElse(LOCAL));
        write();
    }

    /** Writes nothing yet. */
    public FirstAdministratorLink(
            Transactions transactions, IdentityStore identity, OneTimeSecrets secrets, Path data, String address) {
        this.transactions = transactions;
        this.identity = identity;
        this.secrets = secrets;
        this.file = data.resolve(FILE);
        this.address = address;
    }

    /** Writes a link unless there is a good one, or an administrator: then none stays. */
    public void write() {
        try {
            if (transactions.read(identity::hasAdministrator)) {
                remove();
                return;
            }
            Optional<String> there = secret();
            if (there.isEmpty()
                    || transactions
                            .read(tx -> secrets.subject(tx, Purpose.FIRST_ADMINISTRATOR, there.get()))
                            .isEmpty()) {
                write(transactions.write(
                        tx -> secrets.issue(tx, Purpose.FIRST_ADMINISTRATOR, FirstAdministratorService.SUBJECT)));
                LOG.info("This tenant has no administrator yet: the link to make one is in {}", file);
            }
        } catch (IOException | StoreException e) {
            // The tenant serves without; the next start tries again.
            LOG.error("The link for the first administrator could not be written to {}", file, e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed; what stands in it is of no use any more", file, e);
        }
    }

    private Optional<String> secret() throws IOException {
        return Files.exists(file)
                ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                        .map(link -> link.substring(link.indexOf('#') + 1))
                : Optional.empty();
    }

    private void write(String secret) throws IOException {
        Path part = file.resolveSibling(FILE + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, readableByOwnerOnly());
        String link = address.replaceAll("/+$", "") + "/first#" + secret + "\n";
        Files.writeString(part, link, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileAttribute<?>[] readableByOwnerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
