/** Vendors and their parameters. */
@NullMarked
package org.torg.rest.vendor;

import org.jspecify.annotations.NullMarked;
