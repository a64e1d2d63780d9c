/** Orders by article number. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.quickorder;
