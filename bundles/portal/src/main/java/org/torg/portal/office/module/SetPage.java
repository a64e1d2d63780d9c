package org.torg.portal.office.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.PartHealth;
import org.torg.api.vendor.VendorId;
import org.torg.portal.office.Stall;

/**
 * The modules of a vendor.
 *
 * @param generations the latest, the newest first
 * @param authors names of those who published them, by what the generation says of them
 * @param activates whether this person may publish another
 */
public record SetPage(
        Stall stall,
        ModuleOverview overview,
        List<ModuleSet> generations,
        Map<String, String> authors,
        boolean activates) {

    private static final int DIGEST_SHOWN = 12;

    public SetPage {
        generations = List.copyOf(generations);
        authors = Map.copyOf(authors);
    }

    public VendorId vendor() {
        return stall.vendor();
    }

    /** Whether something is under way: the page looks again by itself. */
    public boolean moves() {
        return !overview.draining().isEmpty()
                || overview.serving()
                        .filter(serving -> serving != overview.desired().generation())
                        .isPresent();
    }

    /** The parts of a module, as they fare. */
    public List<PartHealth> parts(ModuleSet.Module module) {
        return overview.parts().stream()
                .filter(part -> part.module().equals(module.symbolicName()))
                .toList();
    }

    /** Files that could join: those of the vendor itself, and those of nobody in particular. */
    public List<ModuleFile> candidates() {
        return overview.files().stream()
                .filter(file -> file.vendor().isEmpty() || file.vendor().get().equals(vendor()))
                .toList();
    }

    /** Whether the file is what serves already, as far as its version tells. */
    public boolean isActive(ModuleFile file) {
        return overview.desired().modules().stream()
                .anyMatch(module -> module.symbolicName().equals(file.symbolicName())
                        && module.version().equals(file.version()));
    }

    /** The file or module that a detail of a refusal points to, such as {@code /files/0}; empty text where it means the whole. */
    public static String named(Activation activation, String field) {
        String[] parts = field.split("/");
        if (parts.length != 3 || !parts[2].matches("[0-9]{1,3}")) {
            return "";
        }
        List<String> names = parts[1].equals("remove") ? activation.remove() : activation.files();
        int place = Integer.parseInt(parts[2]);
        return place < names.size() ? names.get(place) : "";
    }

    /** So many digits tell two files apart. */
    public static String digest(ModuleSet.Module module) {
        return module.digest()
                .substring(0, Math.min(DIGEST_SHOWN, module.digest().length()));
    }

    /** Of the badge of a part. */
    public static String tone(PartHealth part) {
        return switch (part.state()) {
            case WORKING -> "ok";
            case RESTING, TRIED -> "warn";
            case QUARANTINED -> "bad";
        };
    }

    /** The generation that one was made of, if it is shown too: what it changed can be told. */
    public Optional<List<SetChange>> changes(ModuleSet set) {
        return generations.stream()
                .filter(other -> other.generation() == set.parent())
                .findFirst()
                .map(parent -> SetChange.between(parent, set).stream()
                        .filter(change -> change.kind() != SetChange.Kind.KEPT)
                        .toList());
    }
}
