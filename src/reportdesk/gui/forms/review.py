# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'review.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout,
    QLabel, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSplitter, QTabWidget,
    QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget)

class Ui_Review(object):
    def setupUi(self, Review):
        if not Review.objectName():
            Review.setObjectName(u"Review")
        Review.resize(1240, 640)
        self.outer = QVBoxLayout(Review)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 16, 16, 12)
        self.lead = QLabel(Review)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.splitter = QSplitter(Review)
        self.splitter.setObjectName(u"splitter")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy)
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(9)
        self.splitter.setChildrenCollapsible(False)
        self.tabs = QTabWidget(self.splitter)
        self.tabs.setObjectName(u"tabs")
        self.tabs.setDocumentMode(True)
        self.list_page = QWidget()
        self.list_page.setObjectName(u"list_page")
        self.list_layout = QVBoxLayout(self.list_page)
        self.list_layout.setObjectName(u"list_layout")
        self.list_layout.setContentsMargins(0, 0, 0, 0)
        self.choices = QTreeWidget(self.list_page)
        __qtreewidgetitem = QTreeWidgetItem()
        __qtreewidgetitem.setText(3, u"3");
        __qtreewidgetitem.setText(2, u"2");
        __qtreewidgetitem.setText(1, u"1");
        __qtreewidgetitem.setText(0, u"0");
        self.choices.setHeaderItem(__qtreewidgetitem)
        self.choices.setObjectName(u"choices")
        self.choices.setFrameShape(QFrame.Shape.NoFrame)
        self.choices.setUniformRowHeights(True)
        self.choices.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.choices.setColumnCount(4)

        self.list_layout.addWidget(self.choices)

        self.tabs.addTab(self.list_page, "")
        self.splitter.addWidget(self.tabs)
        self.beside = QSplitter(self.splitter)
        self.beside.setObjectName(u"beside")
        self.beside.setOrientation(Qt.Orientation.Vertical)
        self.beside.setHandleWidth(9)
        self.beside.setChildrenCollapsible(False)
        self.source_pane = QWidget(self.beside)
        self.source_pane.setObjectName(u"source_pane")
        self.source_layout = QVBoxLayout(self.source_pane)
        self.source_layout.setSpacing(4)
        self.source_layout.setObjectName(u"source_layout")
        self.source_layout.setContentsMargins(0, 0, 0, 0)
        self.source_heading = QLabel(self.source_pane)
        self.source_heading.setObjectName(u"source_heading")

        self.source_layout.addWidget(self.source_heading)

        self.beside.addWidget(self.source_pane)
        self.details = QPlainTextEdit(self.beside)
        self.details.setObjectName(u"details")
        self.details.setReadOnly(True)
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.details.setTabChangesFocus(True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard|Qt.TextInteractionFlag.TextSelectableByMouse)
        self.beside.addWidget(self.details)
        self.splitter.addWidget(self.beside)

        self.outer.addWidget(self.splitter)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.take_all = QPushButton(Review)
        self.take_all.setObjectName(u"take_all")
        self.take_all.setAutoDefault(False)

        self.button_row.addWidget(self.take_all)

        self.leave_all = QPushButton(Review)
        self.leave_all.setObjectName(u"leave_all")
        self.leave_all.setAutoDefault(False)

        self.button_row.addWidget(self.leave_all)

        self.next_doubt = QPushButton(Review)
        self.next_doubt.setObjectName(u"next_doubt")
        self.next_doubt.setAutoDefault(False)

        self.button_row.addWidget(self.next_doubt)

        self.count = QLabel(Review)
        self.count.setObjectName(u"count")

        self.button_row.addWidget(self.count)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(Review)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)

        self.cancel = QPushButton(Review)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)


        self.retranslateUi(Review)
        self.ok.clicked.connect(Review.accept)
        self.cancel.clicked.connect(Review.reject)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(Review)
    # setupUi

    def retranslateUi(self, Review):
#if QT_CONFIG(accessibility)
        self.choices.setAccessibleName(QCoreApplication.translate("Review", u"\u8bfb\u5230\u7684\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.list_page), QCoreApplication.translate("Review", u"\u6e05\u5355", None))
        self.source_heading.setText(QCoreApplication.translate("Review", u"\u6587\u4ef6\u91cc\u7684\u6837\u5b50", None))
#if QT_CONFIG(accessibility)
        self.details.setAccessibleName(QCoreApplication.translate("Review", u"\u8fd9\u4e00\u9879\u7684\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        self.take_all.setText(QCoreApplication.translate("Review", u"\u5168\u90e8\u52fe\u9009(&A)", None))
        self.leave_all.setText(QCoreApplication.translate("Review", u"\u5168\u90e8\u4e0d\u52fe(&N)", None))
        self.next_doubt.setText(QCoreApplication.translate("Review", u"\u4e0b\u4e00\u5904\u8bf7\u6838\u5bf9\uff08F8\uff09", None))
        self.cancel.setText(QCoreApplication.translate("Review", u"\u53d6\u6d88", None))
        pass
    # retranslateUi

