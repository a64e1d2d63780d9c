package org.torg.portal.favourite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.account.Function;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.portal.cart.Basket;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;

/**
 * Asks what a favourite is to be called.
 *
 * @param line of the cart; empty: all of it
 */
public record SaveForm(Basket basket, Optional<String> line, Fields typed, Optional<Refusal> refusal) {

    /** With whom somebody may share: others than oneself need the right to edit the account. */
    public static List<Sharing> offered(Frame frame) {
        if (!frame.may(Function.ACCOUNT_EDIT)) {
            return List.of(Sharing.PERSON);
        }
        return Arrays.stream(Sharing.values())
                .filter(sharing ->
                        sharing != Sharing.LOCATION || frame.location().isPresent())
                .toList();
    }

    /** What was chosen; oneself alone where nothing that is known was. */
    static Sharing sharing(Fields form) {
        return Arrays.stream(Sharing.values())
                .filter(sharing -> sharing.code().equals(form.typed("sharing")))
                .findFirst()
                .orElse(Sharing.PERSON);
    }
}
