package org.torg.portal.office.module;

import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.vendor.VendorId;

/**
 * What somebody is about to publish, shown before it is done.
 *
 * @param present the published set, of which it would be made
 * @param back the earlier generation whose modules and parameters it takes; empty for an activation
 * @param activation what joins and leaves; of a way back nothing
 * @param changes module by module
 * @param refusal why it was not published
 * @param overtaken whether another set was published since this was shown first
 */
public record Proposal(
        VendorId vendor,
        ModuleSet present,
        Optional<ModuleSet> back,
        Activation activation,
        List<SetChange> changes,
        Optional<Refusal> refusal,
        boolean overtaken) {

    public Proposal {
        changes = List.copyOf(changes);
    }

    static Proposal activation(VendorId vendor, ModuleOverview overview, Activation activation) {
        List<ModuleFile> files = overview.files().stream()
                .filter(file -> activation.files().contains(file.name()))
                .toList();
        return new Proposal(
                vendor,
                overview.desired(),
                Optional.empty(),
                activation,
                SetChange.by(overview.desired(), files, activation.remove()),
                Optional.empty(),
                false);
    }

    static Proposal rollback(VendorId vendor, ModuleOverview overview, ModuleSet back) {
        return new Proposal(
                vendor,
                overview.desired(),
                Optional.of(back),
                new Activation(List.of(), List.of()),
                SetChange.between(overview.desired(), back),
                Optional.empty(),
                false);
    }

    Proposal refused(Refusal why) {
        return new Proposal(vendor, present, back, activation, changes, Optional.of(why), overtaken);
    }

    Proposal late() {
        return new Proposal(vendor, present, back, activation, changes, refusal, true);
    }

    /** Whether the published set is what this would make: so it is when a form is sent twice. */
    boolean isDone() {
        return changes.stream().allMatch(change -> change.kind() == SetChange.Kind.KEPT);
    }

    /** Those that something happens to. */
    public List<SetChange> changed() {
        return changes.stream()
                .filter(change -> change.kind() != SetChange.Kind.KEPT)
                .toList();
    }

    public int kept() {
        return changes.size() - changed().size();
    }

    /** Where its form is sent. */
    public String path() {
        String at = "/office/modules/" + vendor.value();
        return back.map(set -> at + "/generations/" + set.generation()).orElse(at + "/activation");
    }
}
