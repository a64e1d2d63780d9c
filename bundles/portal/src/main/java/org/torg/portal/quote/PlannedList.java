package org.torg.portal.quote;

import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectLists;
import org.torg.portal.page.Fields;

/**
 * A project list as it is shown.
 *
 * @param addresses to which an offer can be asked for
 * @param typed what was sent, to be shown again where it was refused
 * @param carried what became of its lines on the way to the cart, where there is something to tell
 * @param refusal of what was just tried
 */
public record PlannedList(
        ProjectList list,
        Articles articles,
        List<DeliveryAddress> addresses,
        Fields typed,
        List<ProjectLists.Carried> carried,
        Optional<Refusal> refusal) {

    public PlannedList {
        addresses = List.copyOf(addresses);
        carried = List.copyOf(carried);
    }

    PlannedList with(List<ProjectLists.Carried> told) {
        return new PlannedList(list, articles, addresses, typed, told, refusal);
    }

    /** Pieces on the whole list. */
    public long pieces() {
        return list.lines().stream().mapToLong(ProjectList.Line::quantity).sum();
    }

    /** Whether something must be said about how the lines got into the cart. */
    static boolean isWorthTelling(List<ProjectLists.Carried> lines) {
        return lines.stream()
                .anyMatch(line -> line.to().isEmpty() || !line.remarks().isEmpty());
    }

    /** How many lines are in the cart. */
    public long arrived() {
        return carried.stream().filter(line -> line.to().isPresent()).count();
    }
}
