/** Transactions, and the small language in which the stores speak to the database. */
@NullMarked
package org.torg.persistence.tx;

import org.jspecify.annotations.NullMarked;
