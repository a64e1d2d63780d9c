package org.torg.api.order;

import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.account.LocationId;
import org.torg.api.account.Role;

/**
 * When an order of an account needs a second person. Of several that fit the lowest amount counts.
 *
 * @param role of who orders; empty: everybody without {@code ORDER_APPROVE}
 * @param location where; empty: everywhere
 * @param above an order whose gross total is more than this needs approval; 0 or more
 */
public record ApprovalRule(Optional<Role> role, Optional<LocationId> location, Money above) {}
