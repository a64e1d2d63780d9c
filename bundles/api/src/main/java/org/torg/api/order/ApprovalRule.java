package org.torg.api.order;

import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.account.LocationId;
import org.torg.api.account.Role;

/**
 * When an order of an account needs a second person. Of several that fit the lowest amount counts. Who orders in somebody's
 * name is judged by both persons' roles.
 *
 * @param role of who orders; empty: everybody without {@code ORDER_APPROVE}. A rule that names one holds for those too who may
 *     approve
 * @param location where; empty: everywhere. An order of the account as a whole counts as one of each location
 * @param above an order whose gross total is more than this needs approval; 0 or more. Says nothing about orders in another
 *     currency
 */
public record ApprovalRule(Optional<Role> role, Optional<LocationId> location, Money above) {}
