package org.torg.kernel.privacy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.StoreException;
import org.torg.api.store.PersonKeyStore;
import org.torg.api.store.PersonKeyStore.Master;
import org.torg.api.store.Transactions;

/**
 * The keys that wrap the keys of people: in a file of the tenant, never in the database. The file is made at the first start.
 * When the database knows a master key that the file has not, none is made: somebody has lost or mixed up a file, and nothing
 * may be written under a key of which there is no copy.
 */
@Component(
        service = MasterKeys.class,
        configurationPid = "org.torg.kernel.privacy",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = MasterKeys.Configuration.class)
public final class MasterKeys {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeys.class);

    @ObjectClassDefinition(name = "Torg personal data", description = "Where the keys are by which it is encrypted")
    public @interface Configuration {
        @AttributeDefinition(description = "A file apart from the database, readable by this process alone")
        String keyFile();
    }

    private final KeyFile file;
    private final Transactions transactions;
    private final PersonKeyStore store;
    private final Clock clock;
    private final AesGcm cipher = new AesGcm(new SecureRandom());

    /** The newest first; empty until file and database agree. */
    private volatile List<MasterKey> agreed = List.of();

    @Activate
    public MasterKeys(
            Configuration configuration,
            @Reference Transactions transactions,
            @Reference PersonKeyStore store,
            @Reference Clock clock) {
        this(Path.of(configuration.keyFile()), transactions, store, clock);
        try {
            missing().ifPresent(reason -> LOG.error("Personal data cannot be read: {}", reason));
        } catch (StoreException e) {
            // The database may come later; whoever needs a key looks again.
            LOG.warn("The master keys are not looked at yet: {}", e.kind());
        }
    }

    public MasterKeys(Path keyFile, Transactions transactions, PersonKeyStore store, Clock clock) {
        this.file = new KeyFile(keyFile);
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** Why no personal data can be read or written now; empty when it can. */
    public Optional<String> missing() {
        if (!agreed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return agree();
        } catch (UncheckedIOException e) {
            return Optional.of("the file with the master keys cannot be read or made");
        }
    }

    /** With which to wrap. */
    MasterKey newest() {
        return usable().get(0);
    }

    MasterKey key(String id) {
        return find(id).orElseThrow(() -> unusable("a master key is not in the file"));
    }

    Optional<MasterKey> find(String id) {
        return usable().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private List<MasterKey> usable() {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            throw unusable(missing.get());
        }
        return agreed;
    }

    private static StoreException unusable(String reason) {
        return new StoreException(StoreException.Kind.UNAVAILABLE, reason, new IllegalStateException(reason));
    }

    private synchronized Optional<String> agree() {
        if (!agreed.isEmpty()) {
            return Optional.empty();
        }
        // The file is read after the rows: it was made before them.
        List<Master> known = transactions.read(store::masters);
        List<MasterKey> keys = file.read();
        if (known.isEmpty()) {
            found(keys);
            known = transactions.read(store::masters);
            keys = file.read();
        }
        Set<String> lost = new HashSet<>(known.stream().map(Master::id).toList());
        keys.forEach(key -> lost.remove(key.id()));
        if (keys.isEmpty() || !lost.isEmpty()) {
            return Optional.of(
                    keys.isEmpty()
                            ? "the file with the master keys is not there, and the database needs it"
                            : "the file has not the master keys "
                                    + lost.stream().sorted().toList());
        }
        if (!note(keys.get(0), known)) {
            return Optional.of("another node brings a master key, too");
        }
        agreed = List.copyOf(keys);
        return Optional.empty();
    }

    /** The row is the lock of whoever makes the file: another node waits for it, and then takes the file that there is. */
    private void found(List<MasterKey> there) {
        MasterKey first = there.isEmpty() ? new MasterKey(cipher.newKey()) : there.get(0);
        transactions.change(tx -> {
            boolean mine = store.insert(tx, new Master(1, first.id()), clock.now());
            if (mine && there.isEmpty()) {
                file.write(first);
                LOG.info("Made the file with the master keys. Keep a copy of it apart from the database's.");
            }
        });
    }

    private boolean note(MasterKey newest, List<Master> known) {
        if (known.stream().anyMatch(master -> master.id().equals(newest.id()))) {
            return true;
        }
        int running = known.get(known.size() - 1).running() + 1;
        return transactions.write(tx -> store.insert(tx, new Master(running, newest.id()), clock.now()));
    }
}
