package org.torg.kernel.module;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleSet;
import org.torg.api.store.BlobStore;
import org.torg.api.store.ModuleStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;

/** Works out of which modules the next set is made, and brings new files to the blobs. Nothing runs yet. */
@Component(service = Drafts.class)
public final class Drafts {

    /** Of versions that are built again and again; any other version has one content for ever. */
    private static final String SNAPSHOT = "SNAPSHOT";

    private final ModuleFolder folder;
    private final BlobStore blobs;
    private final Transactions transactions;
    private final ModuleStore store;

    @Activate
    public Drafts(
            @Reference ModuleFolder folder,
            @Reference BlobStore blobs,
            @Reference Transactions transactions,
            @Reference ModuleStore store) {
        this.folder = folder;
        this.blobs = blobs;
        this.transactions = transactions;
        this.store = store;
    }

    /** The published set with these files and without those modules. */
    Outcome<Draft> activation(VendorId vendor, Activation activation) {
        Optional<ModuleSet> published = published(vendor);
        List<ModuleSet.Module> current = published.map(ModuleSet::modules).orElse(List.of());
        Map<String, ModuleSet.Module> kept = byName(current);
        Map<String, String> fields = new HashMap<>();
        for (int at = 0; at < activation.remove().size(); at++) {
            String name = activation.remove().get(at);
            if (kept.remove(name) == null) {
                return Outcome.refused(ModuleRefusals.unknown("/remove/" + at, name));
            }
        }
        Map<String, ModuleJar> jars = new TreeMap<>();
        for (int at = 0; at < activation.files().size(); at++) {
            String field = "/files/" + at;
            Outcome<ModuleJar> read = read(field, activation.files().get(at));
            if (read instanceof Outcome.Refused<ModuleJar> refused) {
                return Outcome.refused(refused.refusal());
            }
            ModuleJar jar = read.orElseThrow();
            String name = jar.symbolicName();
            if (jars.put(name, jar) != null || activation.remove().contains(name)) {
                return Outcome.refused(ModuleRefusals.conflict(field, name, "itself, named twice"));
            }
            fields.put(name, field);
        }
        long latest = published.map(ModuleSet::generation).orElse(0L);
        return draft(latest, ModuleSet.Origin.ACTIVATION, current, kept, jars, fields);
    }

    /** What the folder has for a vendor without any set: the bundle that says it is the vendor's own, the newest of several. */
    Outcome<Draft> first(VendorId vendor) {
        return folder.jars().stream()
                .filter(jar -> jar.vendor().filter(vendor::equals).isPresent())
                .max(Comparator.comparing(ModuleJar::version))
                .map(jar -> draft(
                        0, ModuleSet.Origin.FIRST, List.of(), Map.of(), Map.of(jar.symbolicName(), jar), Map.of()))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("vendor")));
    }

    /** Whether a snapshot build of the set lies in the folder with another content. */
    boolean hasRebuilt(ModuleSet published) {
        return !rebuilt(published.modules()).isEmpty();
    }

    /** The published set with the snapshot builds that lie in the folder. */
    Outcome<Draft> rebuilt(VendorId vendor) {
        Optional<ModuleSet> published = published(vendor);
        List<ModuleSet.Module> current = published.map(ModuleSet::modules).orElse(List.of());
        long latest = published.map(ModuleSet::generation).orElse(0L);
        return draft(latest, ModuleSet.Origin.SNAPSHOT, current, byName(current), rebuilt(current), Map.of());
    }

    private Map<String, ModuleJar> rebuilt(List<ModuleSet.Module> modules) {
        Map<String, ModuleJar> rebuilt = new TreeMap<>();
        if (modules.stream().noneMatch(module -> isSnapshot(module.version()))) {
            return rebuilt;
        }
        Map<String, ModuleSet.Module> known = byName(modules);
        for (ModuleJar jar : folder.jars()) {
            ModuleSet.Module module = known.get(jar.symbolicName());
            if (module != null
                    && isSnapshot(module.version())
                    && module.version().equals(jar.version().toString())
                    && !digest(jar).equals(Optional.of(module.digest()))) {
                rebuilt.put(jar.symbolicName(), jar);
            }
        }
        return rebuilt;
    }

    /** The modules and parameters of an earlier generation. */
    Outcome<Draft> rollback(VendorId vendor, long generation) {
        long latest = transactions.read(tx -> store.generation(tx, vendor));
        Optional<ModuleSet> earlier = transactions.read(tx -> store.set(tx, vendor, generation));
        if (earlier.isEmpty()) {
            return Outcome.refused(ModuleRefusals.generationUnknown(generation));
        }
        if (latest == generation) {
            return Outcome.refused(ModuleRefusals.generationCurrent(generation));
        }
        return Outcome.done(new Draft(
                latest, generation, ModuleSet.Origin.ROLLBACK, earlier.get().modules(), Map.of(), List.of()));
    }

    /** Takes back what a draft has brought that is not published. */
    void forget(Draft draft) {
        draft.brought().forEach(blobs::delete);
    }

    static boolean isSnapshot(String version) {
        return version.endsWith(SNAPSHOT);
    }

    private Optional<ModuleSet> published(VendorId vendor) {
        return transactions.read(tx -> store.set(tx, vendor, store.generation(tx, vendor)));
    }

    private Outcome<Draft> draft(
            long latest,
            ModuleSet.Origin origin,
            List<ModuleSet.Module> known,
            Map<String, ModuleSet.Module> kept,
            Map<String, ModuleJar> jars,
            Map<String, String> fields) {
        Map<String, ModuleSet.Module> next = new TreeMap<>(kept);
        List<String> brought = new ArrayList<>();
        for (ModuleJar jar : jars.values()) {
            String field = fields.getOrDefault(jar.symbolicName(), "");
            Outcome<ModuleSet.Module> module = module(field, jar, known, brought);
            if (module instanceof Outcome.Refused<ModuleSet.Module> refused) {
                brought.forEach(blobs::delete);
                return Outcome.refused(refused.refusal());
            }
            next.put(jar.symbolicName(), module.orElseThrow());
        }
        return Outcome.done(new Draft(latest, latest, origin, List.copyOf(next.values()), fields, brought));
    }

    private Outcome<ModuleSet.Module> module(
            String field, ModuleJar jar, List<ModuleSet.Module> known, List<String> brought) {
        String name = jar.symbolicName();
        String version = jar.version().toString();
        Refusal unreadable = ModuleRefusals.unreadable(field, jar.file());
        Optional<String> digest = unpackable(jar);
        if (digest.isEmpty()) {
            return Outcome.refused(unreadable);
        }
        Optional<ModuleSet.Module> same = known.stream()
                .filter(module ->
                        module.symbolicName().equals(name) && module.digest().equals(digest.get()))
                .findFirst()
                .or(() -> transactions.read(tx -> store.find(tx, name, version)));
        if (same.isPresent() && !same.get().digest().equals(digest.get())) {
            return Outcome.refused(ModuleRefusals.versionTaken(field, name, version));
        }
        if (same.isPresent() && isWhole(same.get())) {
            return Outcome.done(same.get());
        }
        // Another blob with the same content takes the place of one that was lost or damaged.
        try (InputStream content = jar.open()) {
            BlobStore.Blob blob = blobs.put(content);
            brought.add(blob.id());
            return blob.sha256().equals(digest.get())
                    ? Outcome.done(new ModuleSet.Module(name, version, digest.get(), blob.id(), List.of()))
                    : Outcome.refused(unreadable);
        } catch (IOException e) {
            return Outcome.refused(unreadable);
        }
    }

    private boolean isWhole(ModuleSet.Module module) {
        MessageDigest digest = ModuleJar.sha256();
        try (InputStream content = blobs.open(module.blob())) {
            new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            return module.digest().equals(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | StoreException e) {
            return false;
        }
    }

    private Outcome<ModuleJar> read(String field, String file) {
        Optional<Path> path = folder.find(file);
        if (path.isEmpty()) {
            return Outcome.refused(ModuleRefusals.fileUnknown(field, file));
        }
        try {
            return Outcome.done(ModuleJar.read(path.get()));
        } catch (IOException e) {
            return Outcome.refused(ModuleRefusals.unreadable(field, file));
        }
    }

    private static Optional<String> unpackable(ModuleJar jar) {
        try {
            jar.unpack();
            return Optional.of(jar.digest());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> digest(ModuleJar jar) {
        try {
            return Optional.of(jar.digest());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, ModuleSet.Module> byName(List<ModuleSet.Module> modules) {
        Map<String, ModuleSet.Module> byName = new TreeMap<>();
        modules.forEach(module -> byName.put(module.symbolicName(), module));
        return byName;
    }
}
