/** Project lists, and the quotes that are asked for on them. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.quote;
