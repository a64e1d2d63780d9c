/** Accounts, users, sign-ins. */
@NullMarked
package org.torg.persistence.account;

import org.jspecify.annotations.NullMarked;
