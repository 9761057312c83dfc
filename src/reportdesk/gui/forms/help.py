# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'help.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel,
    QLineEdit, QListWidget, QSplitter, QToolButton, QVBoxLayout, QWidget)

from reportdesk.gui.help.browser import ManualBrowser

class Ui_Help(object):
    def setupUi(self, Help):
        if not Help.objectName():
            Help.setObjectName(u"Help")
        Help.resize(960, 680)
        self.outer = QVBoxLayout(Help)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(6)
        self.bar.setObjectName(u"bar")
        self.bar.setContentsMargins(12, 8, 12, 8)
        self.back = QToolButton(Help)
        self.back.setObjectName(u"back")
        self.back.setAutoRaise(True)

        self.bar.addWidget(self.back)

        self.forward = QToolButton(Help)
        self.forward.setObjectName(u"forward")
        self.forward.setAutoRaise(True)

        self.bar.addWidget(self.forward)

        self.words = QLineEdit(Help)
        self.words.setObjectName(u"words")
        self.words.setClearButtonEnabled(True)

        self.bar.addWidget(self.words)

        self.count = QLabel(Help)
        self.count.setObjectName(u"count")
        self.count.setTextFormat(Qt.TextFormat.PlainText)

        self.bar.addWidget(self.count)

        self.previous = QToolButton(Help)
        self.previous.setObjectName(u"previous")
        self.previous.setAutoRaise(True)

        self.bar.addWidget(self.previous)

        self.next = QToolButton(Help)
        self.next.setObjectName(u"next")
        self.next.setAutoRaise(True)

        self.bar.addWidget(self.next)


        self.outer.addLayout(self.bar)

        self.splitter = QSplitter(Help)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.pages = QListWidget(self.splitter)
        self.pages.setObjectName(u"pages")
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.pages.setSpacing(3)
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self.splitter.addWidget(self.pages)
        self.page = ManualBrowser(self.splitter)
        self.page.setObjectName(u"page")
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.splitter.addWidget(self.page)

        self.outer.addWidget(self.splitter)

        QWidget.setTabOrder(self.words, self.previous)
        QWidget.setTabOrder(self.previous, self.next)
        QWidget.setTabOrder(self.next, self.pages)
        QWidget.setTabOrder(self.pages, self.page)
        QWidget.setTabOrder(self.page, self.back)
        QWidget.setTabOrder(self.back, self.forward)

        self.retranslateUi(Help)

        QMetaObject.connectSlotsByName(Help)
    # setupUi

    def retranslateUi(self, Help):
        Help.setWindowTitle(QCoreApplication.translate("Help", u"\u624b\u518c", None))
        self.back.setText(QCoreApplication.translate("Help", u"\u2190 \u540e\u9000", None))
#if QT_CONFIG(tooltip)
        self.back.setToolTip(QCoreApplication.translate("Help", u"\u56de\u5230\u521a\u624d\u770b\u7684\u4e00\u9875\uff08Alt+\u2190\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.forward.setText(QCoreApplication.translate("Help", u"\u524d\u8fdb \u2192", None))
#if QT_CONFIG(tooltip)
        self.forward.setToolTip(QCoreApplication.translate("Help", u"\u540e\u9000\u4ee5\u524d\u7684\u90a3\u4e00\u9875\uff08Alt+\u2192\uff09", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.words.setAccessibleName(QCoreApplication.translate("Help", u"\u5728\u624b\u518c\u91cc\u67e5\u627e", None))
#endif // QT_CONFIG(accessibility)
        self.words.setPlaceholderText(QCoreApplication.translate("Help", u"\u5728\u624b\u518c\u91cc\u67e5\u627e\uff0c\u5982\uff1a\u5907\u4efd", None))
        self.previous.setText(QCoreApplication.translate("Help", u"\u4e0a\u4e00\u5904", None))
#if QT_CONFIG(tooltip)
        self.previous.setToolTip(QCoreApplication.translate("Help", u"\u67e5\u627e\u5230\u7684\u4e0a\u4e00\u5904\uff08Shift+F3\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.next.setText(QCoreApplication.translate("Help", u"\u4e0b\u4e00\u5904", None))
#if QT_CONFIG(tooltip)
        self.next.setToolTip(QCoreApplication.translate("Help", u"\u67e5\u627e\u5230\u7684\u4e0b\u4e00\u5904\uff08F3\uff0c\u6216\u8005\u56de\u8f66\uff09", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.pages.setAccessibleName(QCoreApplication.translate("Help", u"\u624b\u518c\u7684\u5404\u9875", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.page.setAccessibleName(QCoreApplication.translate("Help", u"\u624b\u518c", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

