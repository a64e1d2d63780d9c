/** Orders. */
@NullMarked
package org.torg.rest.order;

import org.jspecify.annotations.NullMarked;
